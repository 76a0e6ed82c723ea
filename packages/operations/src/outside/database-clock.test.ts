import { describe, expect, it } from "vitest";
import { databaseClock } from "./database-clock.ts";

const truth = Date.UTC(2026, 10, 25, 12);

/** A machine whose clock is off, a database whose clock is right, and time that passes when told to. */
function machine(offMs: number) {
  let passed = 0;
  let away = false;
  const warned: unknown[] = [];
  const state = {
    warned,
    off: offMs,
    pass: (ms: number) => {
      passed += ms;
    },
    away: (now: boolean) => {
      away = now;
    },
    options: {
      ask: async () => {
        if (away) throw new Error("away");
        return truth + passed;
      },
      wall: () => truth + passed + state.off,
      steady: () => passed,
      everyMs: 5,
      log: { info: () => {}, warn: (fields: unknown) => void warned.push(fields), error: () => {} },
    },
  };
  return state;
}

const wait = () => new Promise((resolve) => setTimeout(resolve, 40));

describe("the database's clock", () => {
  it.each([2 * 3_600_000, -600_000, 0])("is the time of a machine that is off by %i ms", async (off) => {
    const here = machine(off);
    const clock = await databaseClock(here.options);
    here.pass(1500);
    expect(clock.now().getTime()).toBe(truth + 1500);
    expect(here.warned).toHaveLength(off === 0 ? 0 : 1);
    clock.stop();
  });

  it("does not jump when the machine's clock is set", async () => {
    const here = machine(0);
    const clock = await databaseClock(here.options);
    here.off = -300_000;
    here.pass(100);
    expect(clock.now().getTime()).toBe(truth + 100);
    clock.stop();
  });

  it("is the machine's own until the database answers, and goes on when it is away", async () => {
    const here = machine(7000);
    here.away(true);
    const clock = await databaseClock(here.options);
    expect(clock.now().getTime()).toBe(truth + 7000);
    here.away(false);
    await wait();
    expect(clock.now().getTime()).toBe(truth);
    here.away(true);
    here.pass(60_000);
    expect(clock.now().getTime()).toBe(truth + 60_000);
    clock.stop();
  });
});
