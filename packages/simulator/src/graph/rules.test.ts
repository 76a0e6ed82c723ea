import { describe, expect, it } from "vitest";
import { Faults, faultSchema } from "./faults.ts";
import { NumberRate } from "./number-rate.ts";
import { PairRate } from "./pair-rate.ts";
import { windowFailure } from "./window-rules.ts";

const hour = 3_600_000;
const now = 1_793_696_400_000;

describe("windowFailure", () => {
  it.each([
    ["whatsapp", 24 * hour, false, null],
    ["whatsapp", 24 * hour + 1, false, 131047],
    ["whatsapp", 25 * hour, true, 131047],
    ["messenger", 24 * hour, false, null],
    ["messenger", 24 * hour + 1, false, 10],
    ["messenger", 7 * 24 * hour, true, null],
    ["messenger", 7 * 24 * hour + 1, true, 10],
    ["instagram", 7 * 24 * hour, true, null],
    ["instagram", 25 * hour, false, 10],
  ] as const)("%s after %d ms, human %s", (channel, age, humanAgent, code) => {
    const failure = windowFailure({ channel, openedAt: now - age, now, humanAgent });
    expect(failure?.code ?? null).toBe(code);
  });

  it("is closed for who never wrote", () => {
    for (const [channel, subcode] of [
      ["messenger", 2018278],
      ["instagram", 2534022],
    ] as const) {
      expect(windowFailure({ channel, openedAt: null, now, humanAgent: true })).toMatchObject({ code: 10, subcode });
    }
  });
});

describe("NumberRate", () => {
  it("lets 80 messages a second through, for each number", () => {
    const numbers = new NumberRate();
    const taken = (at: number, tries: number, number = "66") => Array.from({ length: tries }, () => numbers.take(number, at)).filter(Boolean).length;
    expect(taken(now, 100)).toBe(80);
    expect(taken(now + 500, 100)).toBe(40);
    expect(taken(now + 10_000, 100)).toBe(80);
    expect(taken(now + 10_000, 100, "67")).toBe(80);
  });
});

describe("PairRate", () => {
  it("allows a burst of 45 and then one in 6 seconds, for each pair", () => {
    const pairs = new PairRate();
    for (let i = 0; i < 45; i++) expect(pairs.take("a", now)).toBe(true);
    expect(pairs.take("a", now)).toBe(false);
    expect(pairs.take("b", now)).toBe(true);
    expect(pairs.take("a", now + 5_999)).toBe(false);
    expect(pairs.take("a", now + 6_001)).toBe(true);
    expect(pairs.take("a", now + 6_002)).toBe(false);
    expect(pairs.take("a", now - hour)).toBe(false);
  });
});

describe("Faults", () => {
  const add = (faults: Faults, input: object) => faults.add(faultSchema.parse({ kind: "status", ...input }));
  const whatsapp = { channel: "whatsapp", externalId: "66" };
  const page = { channel: "messenger", externalId: "900" };

  it("are used up, oldest first, and hit only what they match", () => {
    const faults = new Faults();
    add(faults, { match: { accountId: "900" }, status: 500 });
    add(faults, { match: { channel: "whatsapp" }, status: 503, times: 2 });
    add(faults, { status: 429 });
    expect(faults.take(whatsapp)?.status).toBe(503);
    expect(faults.take(page)?.status).toBe(500);
    expect(faults.take(whatsapp)?.status).toBe(503);
    expect(faults.take(whatsapp)?.status).toBe(429);
    expect(faults.take(whatsapp)).toBeUndefined();
    expect(faults.list()).toEqual([]);
  });

  it("hit a share of the sends evenly", () => {
    const faults = new Faults();
    add(faults, { share: 0.2, times: 2 });
    expect(Array.from({ length: 15 }, () => faults.take(page) !== undefined).flatMap((hit, index) => (hit ? [index] : []))).toEqual([4, 9]);
    expect(faults.list()).toEqual([]);
  });

  it("can be cleared", () => {
    const faults = new Faults();
    add(faults, { times: 5 });
    faults.clear();
    expect(faults.take(page)).toBeUndefined();
  });
});
