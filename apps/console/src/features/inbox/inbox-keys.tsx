"use client";
import { useRegions } from "./use-regions.ts";
import { ViewsKey } from "./views-key.tsx";

/** Keys that lead about the inbox: to the views, and from region to region. */
export function InboxKeys({ viewsHidden }: { viewsHidden: boolean }) {
  useRegions();
  return <ViewsKey hidden={viewsHidden} />;
}
