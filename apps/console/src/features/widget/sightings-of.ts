import { isOriginAllowed } from "@onethread/core";
import type { WidgetSighting } from "@onethread/core/api";

/** `seen`: the latest time, on whichever of its sites; null: never. */
export type SiteSeen = { site: string; seen: WidgetSighting | null };

/** Each site that may show a chat with when it was seen there last, and those that asked for it and may not. `sightings`: the latest first. */
export function sightingsOf(sites: readonly string[], sightings: readonly WidgetSighting[]): { sites: SiteSeen[]; strangers: WidgetSighting[] } {
  return {
    sites: sites.map((site) => ({ site, seen: sightings.find(({ origin }) => isOriginAllowed(origin, [site])) ?? null })),
    strangers: sightings.filter(({ origin }) => !isOriginAllowed(origin, sites)),
  };
}

/** It is kept to the minute, and what a page asks for may be an answer of the browser's own for another one. Milliseconds. */
const nowMs = 2 * 60_000;
export const isSeenNow = ({ seenAt }: WidgetSighting, now: number): boolean => now - Date.parse(seenAt) < nowMs;
