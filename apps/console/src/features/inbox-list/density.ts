import { rememberedChoice } from "../../remembered-choice.ts";

export const densities = ["comfortable", "compact"] as const;
/** Height of a row in px: fixed, so that a list of ten thousand needs no measuring. */
export const rowHeights: Record<(typeof densities)[number], number> = { comfortable: 64, compact: 44 };

export const { use: useDensity, set: setDensity } = rememberedChoice("onethread.density", densities, "comfortable");
