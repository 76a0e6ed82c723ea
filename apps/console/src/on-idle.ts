/** Runs `work` when the browser has nothing else to do; where it cannot say (Safari), a moment later; never on the server. */
export function onIdle(work: () => void): void {
  if (typeof window === "undefined") return;
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 3000 });
  else setTimeout(work, 500);
}
