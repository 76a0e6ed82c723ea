import type { AccountRef, InboundEvent, ItemOutcome, ParsedItem } from "@onethread/core";
import { BrokenItem, isObject, type Json } from "./read-keys.ts";

export const events = (...list: InboundEvent[]): ItemOutcome => ({ kind: "events", events: list });
export const skipped = (reason: string): ItemOutcome => ({ kind: "skipped", reason });
export const failed = (reason: string): ItemOutcome => ({ kind: "failed", reason });

export type Place = { path: string; account: AccountRef | null; facts?: ParsedItem["accountFacts"] };

/** Makes the one item of a place in the body. Whatever `read` runs into stays inside this item. */
export function parsedItem(place: Place, raw: unknown, read: (item: Json) => ItemOutcome): ParsedItem {
  return {
    path: place.path,
    account: place.account,
    raw,
    outcome: outcomeOf(raw, read),
    ...(place.facts ? { accountFacts: place.facts } : {}),
  };
}

function outcomeOf(raw: unknown, read: (item: Json) => ItemOutcome): ItemOutcome {
  if (!isObject(raw)) return failed("wrong_type:item");
  try {
    return read(raw);
  } catch (error) {
    // Anything else than a broken item is our bug, but it must not take the item's neighbours with it.
    return failed(error instanceof BrokenItem ? error.reason : "parser_error");
  }
}
