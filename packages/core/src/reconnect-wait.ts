/** Before the first attempt, the second, and so on; the last one stays. Milliseconds. */
const longest = [2000, 4000, 8000];

/**
 * How long to wait before the live stream is asked for again, in milliseconds: a quarter to the whole of 2 s, then of 4,
 * then of 8. A gateway that goes is lost by all its screens in the same moment; they must not come back in one.
 *
 * @param attempt how many have failed since the stream was up
 * @param chance 0 <= chance < 1, drawn anew each time
 */
export function reconnectWait(attempt: number, chance: number): number {
  const most = longest[Math.min(attempt, longest.length - 1)] ?? 0;
  return Math.round(most * (0.25 + 0.75 * chance));
}
