import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Without our own sizes, tailwind-merge takes `text-ui` for a colour and drops the real one.
const merge = extendTailwindMerge({
  extend: { classGroups: { "font-size": [{ text: ["xs", "sm", "ui", "body", "title", "page"] }] } },
});

/** Joins class names; of two that set the same thing the later one wins. */
export const cn = (...values: ClassValue[]): string => merge(clsx(values));
