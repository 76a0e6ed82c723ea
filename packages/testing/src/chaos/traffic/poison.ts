import type { Chance } from "../chance.ts";
import type { TrafficAccount } from "./fact.ts";
import { type Body, bodyOf } from "./generate.ts";
import { wire } from "./wire.ts";

/** 3 MB, the most Meta sends (WhatsApp's webhook overview, read November 2026). */
const largest = 3_000_000;

type Mutation = (body: object, random: Chance) => unknown;

/** What a broken or hostile sender who has the secret might send; a string is sent as it is. */
const mutations: Mutation[] = [
  (body, random) => change(body, random, () => random.pick([null, 0, -1, 1e308, true, "", [], {}, [[]], "\u0000", "\ud800", "9".repeat(400)])),
  (body, random) => change(body, random, () => `\u0000half \udc00 ${"🧶".repeat(50)}`),
  (body, random) => change(body, random, (value) => [value, value]),
  (body, random) => change(body, random, () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}')),
  (body, random) => JSON.stringify(body).slice(0, random.int(1, 200)),
  (body) => `{"object":"page","entry":${"[".repeat(10_000)}${"]".repeat(10_000)},"and":${JSON.stringify(body)}}`,
  (body, random) => change(body, random, () => nested(300)),
  (body) => JSON.stringify(body).replace('"entry"', '"__proto__":{"entry":1},"entry"'),
  () => "",
  () => "null",
  () => '"a text"',
  (body) => ({ ...body, object: "something_new" }),
  (body) => ({ ...body, entry: { not: "a list" } }),
  (body) => `\ufeff${JSON.stringify(body)}`,
];

/** Sound bodies, broken. They are of people and ids of their own; one in a hundred is as large as can be. */
export function poisonBodies(
  random: Chance,
  accounts: readonly TrafficAccount[],
  options: { secret: string; count: number; firstPerson: number },
): Body[] {
  const seen = new Set<string>();
  return Array.from({ length: options.count }, (_, number) => {
    const account = random.pick(accounts);
    const id = `p.${options.firstPerson}.poison.${number}`;
    const filler = number % 100 === 99 ? "x".repeat(largest) : "";
    const text = `${account.canary} a broken one ${number}.${filler}`;
    const { object, entry } = wire({ kind: "text", account, person: options.firstPerson, id, at: Date.now() - number * 1000, text });
    return bodyOf(filler ? { object, entry: [entry] } : random.pick(mutations)({ object, entry: [entry] }, random), options.secret);
  }).filter((body) => !seen.has(body.digest) && seen.add(body.digest));
}

/** Replaces one value, somewhere. */
function change(body: object, random: Chance, make: (value: unknown) => unknown): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const walk = (value: unknown) => {
    if (value === null || typeof value !== "object") return;
    for (const key of Object.keys(value)) {
      places.push({ holder: value as Record<string, unknown>, key });
      walk((value as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const { holder, key } = random.pick(places);
  holder[key] = make(holder[key]);
  return copy;
}

function nested(levels: number): unknown {
  let value: unknown = "deep";
  for (let i = 0; i < levels; i++) value = { deeper: value };
  return value;
}
