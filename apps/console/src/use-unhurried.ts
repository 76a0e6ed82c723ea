"use client";
import { startTransition, useEffect, useRef, useState } from "react";
import { restMs } from "./at-rest.ts";

/**
 * The value, a moment later: after the screen is painted, or, while it changes time and again, once it no longer does.
 * For what stands beside the thing that is looked at.
 */
export function useUnhurried<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const now = performance.now();
    const hurried = now - changedAt.current < 2 * restMs;
    changedAt.current = now;
    const timer = setTimeout(() => startTransition(() => setShown(value)), hurried ? restMs : 0);
    return () => clearTimeout(timer);
  }, [value]);
  return shown;
}
