import type { Presence } from "@onethread/core/api";
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";

/** Who is at one conversation now, as the live stream told it. */
export function takePresence(client: QueryClient, told: Presence): void {
  client.setQueryData<Presence[]>(keys.presence, (old) => {
    if (!old) return old;
    const rest = old.filter(({ conversationId }) => conversationId !== told.conversationId);
    return told.people.length > 0 ? [...rest, told] : rest;
  });
}
