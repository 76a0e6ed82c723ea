import { expect, it } from "vitest";
import { chance } from "../chance.ts";
import type { TrafficAccount } from "./fact.ts";
import { generateTraffic } from "./generate.ts";
import { asMeta, schedule } from "./schedule.ts";

const accounts = (["whatsapp", "messenger", "instagram"] as const).map(
  (channel, index): TrafficAccount => ({
    workspaceId: "w",
    canary: "canary-w",
    channel,
    id: `a${index}`,
    externalId: String(10_000_000_000 + index),
    wabaId: "5",
  }),
);
const make = (seed: string) =>
  generateTraffic(chance(seed), { accounts, secret: "s", count: 500, people: 5, firstPerson: 0, tag: "t", now: 1_764_000_000_000 });

it("makes the same webhooks of the same seed, and others of another", () => {
  expect(make("7").bodies).toEqual(make("7").bodies);
  expect(make("7").bodies[3]).not.toEqual(make("8").bodies[3]);
});

it("has every kind of thing on every channel that knows it, and bodies of several items", () => {
  const { facts, bodies } = make("7");
  const kinds = new Set(facts.map((fact) => `${fact.account.channel} ${fact.kind}`));
  for (const kind of [
    "whatsapp status",
    "whatsapp deletion",
    "messenger edit",
    "messenger delivered",
    "instagram comment",
    "instagram read",
    "instagram reaction",
  ])
    expect(kinds).toContain(kind);
  expect(facts.length).toBeGreaterThan(bodies.length);
  expect(new Set(bodies.map((body) => body.digest)).size).toBe(bodies.length);
});

it("sends every webhook at least once, some twice, some late", () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => index);
  const sequence = schedule(numbers, chance("7"), asMeta);
  expect(new Set(sequence).size).toBe(1000);
  expect(sequence.length).toBeGreaterThan(1050);
  expect(sequence).not.toEqual(sequence.toSorted((a, b) => a - b));
});
