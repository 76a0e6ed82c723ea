import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];
/** Height of a row in px: fixed, so that a list of ten thousand needs no measuring. */
export const rowHeights: Record<Density, number> = { comfortable: 64, compact: 44 };

const remembered = "onethread.density";
const store = externalStore<Density>(typeof window !== "undefined" && localStorage.getItem(remembered) === "compact" ? "compact" : "comfortable");

export const useDensity = (): Density => useSyncExternalStore(store.subscribe, store.get, () => "comfortable");
export const setDensity = (density: Density): void => {
  localStorage.setItem(remembered, density);
  store.set(density);
};
