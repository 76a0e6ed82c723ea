import type { MessageTemplate } from "@onethread/core/api";
import { expect, it } from "vitest";
import { languagesOf, searchTemplates } from "./search-templates.ts";

const template = (name: string, language: string, usable: boolean, text = ""): MessageTemplate =>
  ({ name, language, usable, text }) as unknown as MessageTemplate;
const all = [
  template("order_update", "en", false, "Your order is on its way"),
  template("order_update", "de", true, "Deine Bestellung ist unterwegs"),
  template("back_in_stock", "en", true, "The coat is back"),
];
const names = (found: MessageTemplate[]) => found.map((one) => `${one.name}.${one.language}`);

it("puts first what can be sent", () => {
  expect(names(searchTemplates(all, "", null))).toEqual(["back_in_stock.en", "order_update.de", "order_update.en"]);
});
it("finds by name with spaces, by text and by language", () => {
  expect(names(searchTemplates(all, "order UPDATE", null))).toEqual(["order_update.de", "order_update.en"]);
  expect(names(searchTemplates(all, "coat back", null))).toEqual(["back_in_stock.en"]);
  expect(names(searchTemplates(all, "order", "en"))).toEqual(["order_update.en"]);
});
it("lists languages once", () => {
  expect(languagesOf(all)).toEqual(["de", "en"]);
});
