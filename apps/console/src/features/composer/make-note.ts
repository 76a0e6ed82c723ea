import { useEffect, useRef } from "react";

/** What takes words that somebody makes a note of; set by the composer, one is open at a time. */
let take: ((text: string) => void) | null = null;

/** Begins a note with these words, in the open conversation. */
export const makeNoteOf = (text: string): void => take?.(text);

export function useMakeNote(begin: (text: string) => void): void {
  const latest = useRef(begin);
  latest.current = begin;
  useEffect(() => {
    const own = (text: string) => latest.current(text);
    take = own;
    return () => {
      if (take === own) take = null;
    };
  }, []);
}
