import type { Content } from "@onethread/core";
import { amountText, type Decimal, decimalOf, plus, times } from "./decimal.ts";
import { idAt, isObject, type Json } from "./read-keys.ts";

type Order = NonNullable<Content["order"]>;

/** Where a line keeps what; the platforms call it differently. */
export type LineKeys = { productId: string; title: string; price: string; imageUrl: string };

/** A cart's lines and total. There is no total when a price is missing or the lines are in several currencies. */
export function orderOf(lines: readonly unknown[], keys: LineKeys, catalogId: string | null): Order {
  const read = lines.filter(isObject).map((line) => lineOf(line, keys));
  const currencies = new Set(read.map(({ line }) => line.currency));
  const [currency = null] = currencies.size === 1 ? currencies : [];
  const known = read.map(({ cost }) => cost).filter((cost) => cost !== null);
  const complete = currency !== null && known.length === read.length && read.length > 0;
  return {
    catalogId,
    lines: read.map(({ line }) => line),
    total: complete ? amountText(known.reduce(plus), currency) : null,
    currency,
  };
}

function lineOf(line: Json, keys: LineKeys): { line: Order["lines"][number]; cost: Decimal | null } {
  const currency = idAt(line, "currency");
  const price = decimalOf(line[keys.price]);
  const given = decimalOf(line.quantity ?? 1);
  const quantity = given === null ? null : Number(amountText(given, "JPY"));
  return {
    line: {
      productId: idAt(line, keys.productId) ?? idAt(line, "product_id"),
      title: idAt(line, keys.title),
      quantity: quantity ?? 1,
      unitPrice: price === null ? null : amountText(price, currency),
      currency,
      imageUrl: idAt(line, keys.imageUrl),
    },
    cost: price === null || given === null ? null : times(price, given),
  };
}
