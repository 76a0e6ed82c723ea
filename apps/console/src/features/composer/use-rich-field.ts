"use client";
import { type ComponentType, useEffect, useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";
import { onIdle } from "../../on-idle.ts";
import { untilDone } from "../../until-done.ts";
import type { FieldProps } from "./field.ts";

const richField = externalStore<ComponentType<FieldProps> | null>(null);
let asked = false;

function ask(): void {
  if (asked) return;
  asked = true;
  void untilDone(() => import("./rich/rich-field.tsx")).then((module) => richField.set(module.RichField));
}

/** The editor, loaded when the browser has nothing else to do; null until it is there, which may be never. */
export function useRichField(): ComponentType<FieldProps> | null {
  useEffect(() => onIdle(ask), []);
  return useSyncExternalStore(richField.subscribe, richField.get, () => null);
}
