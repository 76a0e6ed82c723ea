import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sharedBeats } from "./shared-beats.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("beats once a period for everybody, by one timer, and for nobody when all have left", () => {
  const join = sharedBeats(15_000);
  const beats = Array.from({ length: 40 }, () => vi.fn());
  const leave = beats.map((beat) => join(beat));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(30_000);
  for (const beat of beats) expect(beat).toHaveBeenCalledTimes(2);
  for (const go of leave) go();
  expect(vi.getTimerCount()).toBe(0);
  leave[0]?.();
  join(beats[0] as () => void);
  vi.advanceTimersByTime(15_000);
  expect(beats[0]).toHaveBeenCalledTimes(3);
});

it("never beats for all at once", () => {
  const join = sharedBeats(15_000);
  let count = 0;
  for (let index = 0; index < 150; index++) join(() => void count++);
  vi.advanceTimersByTime(1000);
  expect(count).toBe(10);
});
