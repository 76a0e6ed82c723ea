"use client";
import { useSyncExternalStore } from "react";

const subscribe = (notify: () => void) => {
  document.addEventListener("visibilitychange", notify);
  window.addEventListener("focus", notify);
  window.addEventListener("blur", notify);
  return () => {
    document.removeEventListener("visibilitychange", notify);
    window.removeEventListener("focus", notify);
    window.removeEventListener("blur", notify);
  };
};
const looking = () => document.visibilityState === "visible" && document.hasFocus();

/** Whether somebody looks at this page now. */
export const useLooking = (): boolean => useSyncExternalStore(subscribe, looking, () => false);
