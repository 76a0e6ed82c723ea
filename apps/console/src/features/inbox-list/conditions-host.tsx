"use client";
import { useEffect, useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";
import { putOff } from "../../put-off.tsx";
import { useListing } from "../inbox/use-listing.ts";
import { narrow } from "../inbox/use-narrowed.ts";

const ConditionsDialog = putOff(() => import("../conditions/conditions-dialog.tsx").then((module) => module.ConditionsDialog));

const shown = externalStore(false);
/** Opens the conditions of the list at this address. */
export const openConditions = (): void => shown.set(true);

/** The dialog stands beside the panes, not in one: they are made anew when the window becomes wider or narrower, what is begun in it is not. */
export function ConditionsHost() {
  const open = useSyncExternalStore(shown.subscribe, shown.get, () => false);
  const { filter } = useListing();
  useEffect(() => () => shown.set(false), []);
  if (!open) return null;
  const { filter: condition, sort: _, ...within } = filter ?? {};
  return (
    <ConditionsDialog
      within={within}
      condition={condition ?? null}
      onClose={() => shown.set(false)}
      onApply={(next) => {
        shown.set(false);
        narrow({ filter: next });
      }}
    />
  );
}
