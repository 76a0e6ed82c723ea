"use client";
import { startTransition, useEffect, useState } from "react";
import { unhurried } from "./at-rest.ts";

/** The value, a moment later: for what stands beside the thing that is looked at. */
export function useUnhurried<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => unhurried(() => startTransition(() => setShown(value))), [value]);
  return shown;
}
