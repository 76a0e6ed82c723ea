import type { ShortcutId } from "./shortcuts.ts";

const event = "onethread:palette";

/** Opens the palette, or one action's choices in it. */
export const openPalette = (step: ShortcutId | null = null): void => {
  window.dispatchEvent(new CustomEvent(event, { detail: step }));
};

/** Tells `open` of it; answers how to stop. */
export const onOpenPalette = (open: (step: ShortcutId | null) => void): (() => void) => {
  const heard = (given: Event) => open((given as CustomEvent<ShortcutId | null>).detail);
  window.addEventListener(event, heard);
  return () => window.removeEventListener(event, heard);
};
