/** Word from the gateways that webhooks are stored. */
export type Nudges = {
  nudge(): void;
  /** Whether a nudge has come since it was last asked, or comes within `ms`. */
  came(ms: number): Promise<boolean>;
};

/** Remembers a nudge until somebody asks. One waits at a time; a second one that waits takes the first one's place. */
export function openNudges(): Nudges {
  let nudged = false;
  let wake: ((came: boolean) => void) | undefined;
  return {
    nudge: () => {
      if (wake) wake(true);
      else nudged = true;
    },
    came: (ms) => {
      if (nudged) {
        nudged = false;
        return Promise.resolve(true);
      }
      wake?.(false);
      return new Promise((resolve) => {
        const timer = setTimeout(() => wake?.(false), ms);
        wake = (came) => {
          clearTimeout(timer);
          wake = undefined;
          resolve(came);
        };
      });
    },
  };
}
