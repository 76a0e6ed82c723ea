"use client";
import { useCallback } from "react";
import { noteMove } from "../../at-rest.ts";
import { goTo, useAddress } from "./address.tsx";
import { inboxPath } from "./inbox-path.ts";
import { usePlace } from "./use-place.ts";

/** What belongs to one conversation: the message gone to, and what of its timeline is shown. Nothing stays hidden in the next one. */
const ofConversation = ["m", "scope", "kinds", "via", "pinned"];
const withoutOwn = (search: string): string => {
  const query = new URLSearchParams(search);
  for (const name of ofConversation) query.delete(name);
  return query.size > 0 ? `?${query}` : "";
};

export function useOpenConversationId(): string | null {
  const named = useAddress(({ pathname }) => pathname.split("/")[3] ?? null);
  return named ? decodeURIComponent(named) : null;
}

/** Opens a conversation beside the list one is in; null: none. */
export function useOpenConversation(): (id: string | null) => void {
  const place = usePlace();
  return useCallback(
    (id) => {
      noteMove();
      goTo(inboxPath(place, id) + withoutOwn(window.location.search));
    },
    [place],
  );
}
