import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { untilDone, waitBeforeTry } from "./until-done.ts";

describe("trying until it is done", () => {
  const target = new EventTarget();
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("addEventListener", target.addEventListener.bind(target));
    vi.stubGlobal("removeEventListener", target.removeEventListener.bind(target));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("tries again, each time after a longer wait, and never gives up", async () => {
    const load = vi.fn<() => Promise<string>>().mockRejectedValue(new Error("gone"));
    const loaded = untilDone(load);
    for (let tries = 1; tries < 12; tries++) {
      await vi.advanceTimersByTimeAsync(0);
      expect(load).toHaveBeenCalledTimes(tries);
      await vi.advanceTimersByTimeAsync(waitBeforeTry(tries));
    }
    load.mockResolvedValue("there");
    await vi.advanceTimersByTimeAsync(30_000);
    await expect(loaded).resolves.toBe("there");
  });

  it("tries at once when the connection is back", async () => {
    const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("gone")).mockResolvedValue("there");
    const loaded = untilDone(load);
    await vi.advanceTimersByTimeAsync(0);
    target.dispatchEvent(new Event("online"));
    await expect(loaded).resolves.toBe("there");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("throws what another try would not mend", async () => {
    const load = vi.fn<() => Promise<string>>().mockRejectedValue(new Error("refused"));
    await expect(untilDone(load, () => false)).rejects.toThrow("refused");
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("waits one second first and half a minute at most", () => {
    expect([1, 2, 3, 5, 6, 40].map(waitBeforeTry)).toEqual([1000, 2000, 4000, 16_000, 30_000, 30_000]);
  });
});
