/**
 * Calls `held` once this tab has the lock, which it keeps until `signal` aborts or the tab is gone: of all tabs of the
 * browser one has it. Where locks are missing (plain http on another host) every tab is alone.
 */
export function holdLock(name: string, signal: AbortSignal, held: () => void, mode: LockMode = "exclusive"): void {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) {
    if (!signal.aborted) held();
    return;
  }
  const keep = () => {
    held();
    return new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve(), { once: true })));
  };
  // Leaving while waiting for it is what the signal is for.
  locks.request(name, { signal, mode }, keep).catch(() => undefined);
}

/** Names of the locks that some tab of this browser has; null where there are none to ask. */
export async function heldLocks(): Promise<string[] | null> {
  const locks: LockManager | undefined = navigator.locks;
  return locks ? ((await locks.query()).held ?? []).map(({ name }) => name ?? "") : null;
}
