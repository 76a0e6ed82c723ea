"use client";
import { useEffect, useState } from "react";

/** Who has not typed for this long is reading again. Milliseconds. */
const pause = 10_000;

/** Whether somebody is writing here: from the first key until a while after the last, or until nothing is left. */
export function useWriting(text: string, typed: number): boolean {
  const [rested, setRested] = useState(0);
  useEffect(() => {
    if (typed === 0) return;
    const timer = setTimeout(() => setRested(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return typed > rested && text.trim() !== "";
}
