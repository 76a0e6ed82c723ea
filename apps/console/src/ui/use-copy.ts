"use client";
import { useState } from "react";

/** Puts a value into the clipboard, and says for two seconds that it has. */
export function useCopy(value: string): { copied: boolean; copy: () => void } {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return { copied, copy: () => void copy() };
}
