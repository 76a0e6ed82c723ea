"use client";
import { startTransition, useEffect, useState } from "react";

/** False at first, true once the screen has been painted and nothing more urgent is to do: for what may come a moment later. */
export function useAfterPaint(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => startTransition(() => setPainted(true)), []);
  return painted;
}
