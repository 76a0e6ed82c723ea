import type { Mark } from "@onethread/core";
import type { LucideIcon } from "lucide-react";
import type { ShortcutId } from "../keyboard/shortcuts.ts";

/** One row of the palette: something to do, a place to go to, or a step to choices. */
export type PaletteRow = {
  id: string;
  label: string;
  hint?: string;
  marks?: readonly Mark[];
  keys?: readonly string[];
  Icon?: LucideIcon;
  /** Whose initials stand before it, where it is somebody. */
  person?: string | null;
  checked?: boolean;
  href?: string;
  run?: () => void;
  step?: ShortcutId;
};
export type PaletteGroup = { id: string; label: string; items: PaletteRow[] };

/** Rows of a group, at most. */
export const mostRows = 8;
