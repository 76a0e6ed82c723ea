import { describe, expect, it } from "vitest";
import { progressBook } from "./progress.ts";
import { watchdog } from "./watchdog.ts";

const open = (overdue: () => boolean | Error) => {
  const counts = { settled: 0, sweeps: 0 };
  const progress = progressBook({ silence: 25, wait: 600 });
  const look = watchdog({
    progress,
    counts,
    isOverdue: async () => {
      const answer = overdue();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  /** Seconds go by, with a sweep in each. */
  const pass = async (seconds: number, sweep: () => void = () => counts.sweeps++) => {
    for (let i = 0; i < seconds; i++) {
      sweep();
      const stuck = await look();
      if (stuck) return { stuck, after: i + 1 };
    }
    return { stuck: null, after: seconds };
  };
  return { counts, progress, pass };
};

describe("watchdog", () => {
  it("finds a drain that does nothing while webhooks wait", async () => {
    expect(await open(() => true).pass(30)).toEqual({ stuck: "webhooks wait that nobody holds, and sweeps settle none", after: 10 });
  });

  it("leaves a worker alone whose webhooks are held by others, or are not due", async () => {
    expect((await open(() => false).pass(120)).stuck).toBeNull();
  });

  it("leaves a worker alone that settles something", async () => {
    const { pass, counts } = open(() => true);
    const busy = () => {
      counts.sweeps++;
      counts.settled += 5;
    };
    expect((await pass(120, busy)).stuck).toBeNull();
  });

  it("leaves a worker alone whose database is away: its sweeps fail, and nothing is known", async () => {
    expect((await open(() => new Error("ECONNREFUSED")).pass(120)).stuck).toBeNull();
    expect((await open(() => true).pass(120, () => {})).stuck).toBeNull();
  });

  it("names the job that hangs, within half a minute", async () => {
    const { pass, progress } = open(() => false);
    void progress.run("media.fetch", () => new Promise(() => {}));
    const { stuck, after } = await pass(60);
    expect(stuck).toBe("media.fetch makes no progress");
    expect(after).toBeLessThan(30);
  });
});
