import { type FontSize, fontSizes } from "@onethread/core";

/** The browser's copy of the setting: the server writes the page in the right size with it, so that nothing jumps. */
export const fontSizeCookie = "onethread_font_size";

export const fontSizeOf = (cookie: string | undefined): FontSize => fontSizes.find((size) => String(size) === cookie) ?? 100;
