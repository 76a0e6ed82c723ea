import { readdirSync, readFileSync } from "node:fs";
import type { ParsedItem } from "@onethread/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./meta/parse-json.ts";
import { parseWebhook } from "./parse-webhook.ts";

/**
 * Every known body, with one thing in one of its items spoiled. Whatever it is: nothing throws, and the item's
 * neighbours mean what they meant.
 */
const folder = new URL("../fixtures/", import.meta.url);
const bodies = ["whatsapp", "messenger", "instagram", "webchat"].flatMap((channel) =>
  readdirSync(new URL(`${channel}/`, folder)).map((file) => ({
    name: `${channel}/${file.replace(".json", "")}`,
    body: parseJson(readFileSync(new URL(`${channel}/${file}`, folder)))?.value,
  })),
);

type Step = string | number;
type Holder = Record<Step, unknown>;

const steps = (path: string): Step[] =>
  path
    .split(/[.[\]]+/)
    .filter((step) => step !== "")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
const at = (value: unknown, path: readonly Step[]): unknown => path.reduce<unknown>((here, step) => (here as Holder)[step], value);

/** Every place inside a value, the value itself first. */
function places(value: unknown, path: Step[] = []): Step[][] {
  if (typeof value !== "object" || value === null) return [path];
  const keys: Step[] = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return [path, ...keys.flatMap((key) => places((value as Holder)[key], [...path, key]))];
}

const deep = (levels: number, array: boolean): unknown => {
  let value: unknown = "bottom";
  for (let level = 0; level < levels; level++) value = array ? [value] : { payload: value };
  return value;
};
const poisoned = JSON.parse('{"__proto__":{"type":"text","id":"polluted"},"constructor":1,"toString":null,"hasOwnProperty":7}') as unknown;
const huge = "x".repeat(100_000);

/** What a value becomes. `undefined`: its key goes. */
const values: readonly unknown[] = [
  undefined,
  null,
  "",
  "unheard_of",
  "constructor",
  "__proto__",
  "NaN",
  "\ud83d",
  "\udc00half",
  "\u0000",
  huge,
  0,
  -1,
  1e308,
  1.5,
  2 ** 60,
  true,
  false,
  [],
  [null],
  [[]],
  ["a", 1, {}],
  {},
  { id: {} },
  poisoned,
  deep(300, true),
  deep(300, false),
];

function spoil(body: unknown, path: readonly Step[], value: unknown, extra: boolean): unknown {
  const copy = structuredClone(body);
  const holder = at(copy, path.slice(0, -1)) as Holder;
  const last = path.at(-1) as Step;
  const put = value === poisoned || typeof value !== "object" ? value : structuredClone(value);
  if (extra && typeof holder[last] === "object" && holder[last] !== null && !Array.isArray(holder[last])) {
    // Keys beside the known ones, also one that would reach for the prototype.
    Object.defineProperty(holder[last], "__proto__", { value: put ?? null, enumerable: true, configurable: true, writable: true });
    (holder[last] as Holder).unheard_of = put ?? null;
  } else if (value === undefined && !Array.isArray(holder)) delete holder[last];
  else holder[last] = put ?? null;
  return copy;
}

function parse(body: unknown): ParsedItem[] {
  const parsed = parseWebhook(new TextEncoder().encode(JSON.stringify(body)));
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.items;
}

/** Where an item begins: the whole change for what concerns the account, else the element itself. */
const inside = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

describe.each(bodies)("$name, spoiled", ({ body }) => {
  const items = parse(body);
  const spots = items.flatMap((item) => places(at(body, steps(item.path))).map((path) => ({ item, path: [...steps(item.path), ...path] })));

  it("spoils nothing but the item", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.boolean(), (spot, choice, extra) => {
        const { item, path } = spots[spot % spots.length] as (typeof spots)[number];
        const changed = parse(spoil(body, path, values[choice % values.length], extra));
        for (const { outcome, path: where } of changed) {
          expect(outcome, where).not.toMatchObject({ reason: "parser_error" });
          expect(() => JSON.stringify(outcome)).not.toThrow();
        }
        const neighbours = (all: ParsedItem[]) =>
          all.filter((other) => !inside(other.path, item.path)).map(({ path, account, outcome }) => ({ path, account, outcome }));
        expect(neighbours(changed)).toEqual(neighbours(items));
        expect(changed.some((other) => inside(other.path, item.path))).toBe(true);
        expect(({} as Holder).type).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it("keeps each event within its own vocabulary", () => {
    for (const value of ["unheard_of", null, 7, {}, undefined]) {
      for (const { path, item } of spots) {
        const found = parse(spoil(body, path, value, false)).filter((other) => inside(other.path, item.path));
        for (const { outcome } of found) expectSound(outcome);
      }
    }
  });
});

/** What everything behind the parser relies on, whatever came in. */
function expectSound(outcome: ParsedItem["outcome"]): void {
  if (outcome.kind !== "events") {
    expect(outcome.reason).toMatch(/^(missing_key|wrong_type):[\w.]+$|^[a-z_]+$/);
    expect(outcome.reason).not.toBe("parser_error");
    return;
  }
  for (const event of outcome.events) {
    if ("occurredAt" in event) expect(Number.isSafeInteger(event.occurredAt)).toBe(true);
    if ("externalId" in event) expect(typeof event.externalId === "string" && event.externalId !== "").toBe(true);
    if ("customer" in event) {
      expect(event.customer.keys.length).toBeGreaterThan(0);
      for (const key of event.customer.keys) expect(typeof key.value === "string" && key.value !== "").toBe(true);
    }
    if (event.type === "account" || event.type === "occurrence") {
      for (const told of Object.values(event.data)) expect(["string", "number", "boolean"].includes(typeof told) || told === null).toBe(true);
    }
  }
}
