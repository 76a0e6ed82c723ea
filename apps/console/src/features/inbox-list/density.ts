import { type Density, densities } from "@onethread/core";
import { rememberedChoice } from "../../remembered-choice.ts";
import { useRememberedSetting } from "../own-settings/use-remembered-setting.ts";

/** Height of a row in px at the usual font size: fixed, so that a list of ten thousand needs no measuring. */
export const rowHeights: Record<Density, number> = { comfortable: 64, compact: 44 };

const copy = rememberedChoice("onethread.density", densities, "comfortable");
export const useDensity = (): Density => useRememberedSetting("density", copy);
