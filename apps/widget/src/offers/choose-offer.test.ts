import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AllSeen, chooseOffer, isOpenAt, noteAway, noteShown, noteTook, type Rule, readSeen, type Situation } from "./choose-offer.ts";

const nothing = { path: null, secondsOnPage: null, scrolledPercent: null, leaving: false, onlyWhileOpen: false };
const rule = (when: Partial<Rule["when"]> = {}, cap = { times: 1, restDays: 14 }, name = "hello"): Rule => ({
  name,
  text: "Hello",
  when: { ...nothing, ...when },
  cap,
});
const here: Situation = {
  path: "/cart",
  secondsOnPage: 10,
  scrolledPercent: 50,
  leaving: true,
  open: true,
  fields: { cart_value: "120.5", vip: true },
};
const now = Date.UTC(2026, 10, 29, 12);
const day = 86_400_000;
const isShown = (when: Partial<Rule["when"]>, situation: Partial<Situation> = {}) =>
  chooseOffer([rule(when)], { ...here, ...situation }, {}, now) !== null;

describe("when an offer is shown", () => {
  it.each<[string, Partial<Rule["when"]>, Partial<Situation>]>([
    ["path", { path: "/cart" }, { path: "/coats" }],
    ["secondsOnPage", { secondsOnPage: 10 }, { secondsOnPage: 9 }],
    ["scrolledPercent", { scrolledPercent: 50 }, { scrolledPercent: 49.9 }],
    ["leaving", { leaving: true }, { leaving: false }],
    ["onlyWhileOpen", { onlyWhileOpen: true }, { open: false }],
    ["a trait of at least", { trait: { name: "cart_value", is: null, atLeast: 100 } }, { fields: { cart_value: "99" } }],
    ["a trait that is", { trait: { name: "vip", is: "true", atLeast: null } }, { fields: { vip: false } }],
    ["a trait that is not given", { trait: { name: "cart_value", is: null, atLeast: 0 } }, { fields: {} }],
    ["a trait that is no number", { trait: { name: "cart_value", is: null, atLeast: 0 } }, { fields: { cart_value: "much" } }],
  ])("%s has to hold, if it is asked for", (_, when, otherwise) => {
    expect(isShown(when)).toBe(true);
    expect(isShown(when, otherwise)).toBe(false);
    expect(isShown({}, otherwise)).toBe(true);
  });

  const anyWhen = fc.record({
    path: fc.option(fc.constantFrom("/", "/cart", "/cart/pay", "/coats")),
    secondsOnPage: fc.option(fc.nat(20)),
    scrolledPercent: fc.option(fc.integer({ min: 1, max: 100 })),
    leaving: fc.boolean(),
    onlyWhileOpen: fc.boolean(),
  });

  it("asking for more never shows more", () => {
    fc.assert(
      fc.property(
        anyWhen,
        fc.constantFrom("path", "secondsOnPage", "scrolledPercent", "leaving", "onlyWhileOpen"),
        fc.nat(20),
        (when, left, seconds) => {
          const situation = { ...here, secondsOnPage: seconds };
          const less = { ...when, [left]: nothing[left as keyof typeof nothing] };
          return !isShown(when, situation) || isShown(less, situation);
        },
      ),
    );
  });

  it("however often it may be shown, it is shown no more often, and not while it rests", () => {
    const steps = fc.array(fc.record({ hours: fc.nat(24 * 20), away: fc.boolean() }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 30 }), steps, (times, restDays, visits) => {
        const one = rule({}, { times, restDays });
        let [seen, at, shown, away]: [AllSeen, number, number, number] = [{}, now, 0, Number.NEGATIVE_INFINITY];
        for (const visit of visits) {
          at += visit.hours * 3_600_000;
          if (!chooseOffer([one], here, readSeen(JSON.stringify(seen)), at)) continue;
          shown += 1;
          expect(at - away).toBeGreaterThanOrEqual(restDays * day);
          seen = noteShown(seen, one.name, at);
          if (visit.away) [seen, away] = [noteAway(seen, one.name, at), at];
        }
        expect(shown).toBeLessThanOrEqual(times);
      }),
    );
  });

  it("the first that is met is the one", () => {
    const all = [rule({ path: "/coats" }, undefined, "coats"), rule({ path: "/cart" }, undefined, "cart"), rule({}, undefined, "all")];
    expect(chooseOffer(all, here, {}, now)?.name).toBe("cart");
    expect(chooseOffer(all, here, noteTook(noteShown({}, "cart", now), "cart", now), now)?.name).toBe("all");
    expect(chooseOffer([rule({}, undefined, "constructor")], here, {}, now)?.name).toBe("constructor");
  });
});

it("reads only what it has kept itself", () => {
  fc.assert(fc.property(fc.json(), (text) => chooseOffer([rule()], here, readSeen(text), now) !== undefined));
  expect(readSeen("{")).toEqual({});
  expect(readSeen(null)).toEqual({});
  expect(readSeen('{"a":null,"b":{"times":1,"at":2}}')).toEqual({ b: { times: 1, at: 2 } });
});

it("hours that were told end when they said", () => {
  const hours = (open: boolean, change: number | null) => {
    const at = change === null ? null : new Date(change).toISOString();
    return { open, closesAt: open ? at : null, opensAt: open ? null : at, timeZone: "UTC" };
  };
  expect(isOpenAt(null, now)).toBe(true);
  expect([isOpenAt(hours(true, now + 1), now), isOpenAt(hours(true, now), now), isOpenAt(hours(true, null), now)]).toEqual([true, false, true]);
  expect([isOpenAt(hours(false, now + 1), now), isOpenAt(hours(false, now), now), isOpenAt(hours(false, null), now)]).toEqual([false, true, false]);
});
