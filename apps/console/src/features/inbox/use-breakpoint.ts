"use client";
import { useSyncExternalStore } from "react";

/** What fits: `phone` one pane; `two` list and conversation; `drawer` adds details over it; `details` beside it; `full` with the views. */
export type Breakpoint = "phone" | "two" | "drawer" | "details" | "full" | "wide";

const steps: readonly [number, Breakpoint][] = [
  [1600, "wide"],
  [1360, "full"],
  [1120, "details"],
  [900, "drawer"],
  [640, "two"],
];

const read = (): Breakpoint => steps.find(([width]) => window.innerWidth >= width)?.[1] ?? "phone";

const subscribe = (notify: () => void) => {
  window.addEventListener("resize", notify);
  return () => window.removeEventListener("resize", notify);
};

export const useBreakpoint = (): Breakpoint => useSyncExternalStore(subscribe, read, () => "full");
