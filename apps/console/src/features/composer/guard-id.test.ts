import { expect, it } from "vitest";
import { guardId } from "./guard-id.ts";

const from = (id: string, direction: "inbound" | "outbound" | null, type: "customer" | "agent" | "bot" | "business", author: string) => ({
  id,
  type: direction === null ? ("event" as const) : ("message" as const),
  direction,
  author: { type, id: author, name: null },
});
const hello = from("1", "inbound", "customer", "maya");
const again = from("2", "inbound", "customer", "maya");
const own = from("3", "outbound", "agent", "me");
const grace = from("4", "outbound", "agent", "grace");
const bot = from("5", "outbound", "bot", "key");
const phone = from("6", "outbound", "business", "");
const event = from("7", null, "agent", "grace");

it.each([
  ["nothing came since", [hello], "1", "1"],
  ["the customer wrote again", [hello, again], "1", "2"],
  ["one's own words", [hello, own, event], "1", "3"],
  ["a colleague answered", [hello, again, grace, own], "1", "2"],
  ["a colleague answered at once", [hello, grace], "1", "1"],
  ["a bot answered", [hello, bot, again], "1", "1"],
  ["somebody at the phone app is not known to write here", [hello, phone], "1", "6"],
  ["begun before anything was loaded", [hello, grace], null, "4"],
  ["begun at a message that is not loaded", [again], "0", "0"],
  ["an empty conversation", [], null, undefined],
] as const)("%s", (_case, items, since, expected) => {
  expect(guardId(items, since, "me")).toBe(expected);
});
