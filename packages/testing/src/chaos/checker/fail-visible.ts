import type { Evidence } from "../evidence.ts";

/** I10: nothing waits for ever, and what could not be processed says why. What is sound is processed. */
export function failVisible({ events, poison, waiting }: Pick<Evidence, "events" | "poison" | "waiting">): string[] {
  return [
    ...waiting.map((what) => `${what} still waits`),
    ...events.flatMap(({ digest, state, reason }) => {
      if (state === "pending") return [];
      if (state !== "processed" && !reason) return [`webhook ${digest.slice(0, 12)} is ${state} without a reason`];
      if (state !== "processed" && !poison.has(digest)) return [`webhook ${digest.slice(0, 12)} is sound and became ${state} (${reason})`];
      return [];
    }),
  ];
}
