"use client";
import { goTo, useAddress } from "./address.tsx";
import { inboxPath } from "./inbox-path.ts";
import { isPlace, type ListPlace } from "./views.ts";

/** Which list the address names. */
export function usePlace(): ListPlace {
  const named = useAddress(({ pathname }) => pathname.split("/")[2] ?? null);
  return named && isPlace(named) ? named : "all";
}

export const showPlace = (place: ListPlace, queueId?: string): void => goTo(inboxPath(place) + (queueId ? `?queue=${queueId}` : ""));
