"use client";
import { useEarlyKeys } from "../keyboard/use-early-keys.ts";
import { useRegions } from "./use-regions.ts";
import { ViewsKey } from "./views-key.tsx";

/** Keys that lead about the inbox: to the views, and from region to region; and what was pressed before they were there. */
export function InboxKeys({ viewsHidden }: { viewsHidden: boolean }) {
  useRegions();
  useEarlyKeys();
  return <ViewsKey hidden={viewsHidden} />;
}
