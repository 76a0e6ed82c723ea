/** Milliseconds, in words. */
export function spread(all: readonly number[]): string {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return sorted.length === 0 ? "none" : `${sorted.length} (p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms)`;
}
