"use client";
import { useEffect, useRef, useState } from "react";
import type { After } from "./use-send.ts";

/**
 * For a key that is pressed before it is known where a reply can go: it is sent as soon as that is known, instead of
 * nothing happening. Answers how to ask for it.
 */
export function useSendOnceKnown(known: boolean, send: (after: After) => void): (after: After) => void {
  const [asked, setAsked] = useState<{ after: After } | null>(null);
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!known || !asked) return;
    setAsked(null);
    latest.current(asked.after);
  }, [known, asked]);
  return (after) => setAsked({ after });
}
