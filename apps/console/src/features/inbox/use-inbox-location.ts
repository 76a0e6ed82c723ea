"use client";
import type { Channel } from "@onethread/core";
import { usePathname } from "next/navigation";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import type { ConversationFilter } from "../../api/conversations.ts";
import { isView, type View } from "./views.ts";

const channelNames = ["whatsapp", "messenger", "instagram", "webchat"] as const satisfies readonly Channel[];

export const inboxPath = (view: View, conversationId?: string | null): string =>
  conversationId ? `/inbox/${view}/${conversationId}` : `/inbox/${view}`;

/**
 * The address is the state: view, open conversation, search, filters. Changing it here does not ask the server for a
 * page, so that opening a conversation paints in the same frame; Back, reload and a shared link work all the same.
 */
export function useInboxLocation() {
  const [, , viewPart = "all", conversationPart] = usePathname().split("/");
  const view: View = isView(viewPart) ? viewPart : "all";
  const conversationId = conversationPart ? decodeURIComponent(conversationPart) : null;
  const [{ q, channel, queue }, setQuery] = useQueryStates(
    { q: parseAsString.withDefault(""), channel: parseAsStringLiteral(channelNames), queue: parseAsString },
    { history: "replace", shallow: true },
  );

  const go = useCallback((path: string, search = window.location.search) => {
    const next = `${path}${search}`;
    if (next !== window.location.pathname + window.location.search) window.history.pushState(null, "", next);
  }, []);
  const open = useCallback((id: string | null) => go(inboxPath(view, id)), [go, view]);
  const show = useCallback((next: View, queueId?: string) => go(inboxPath(next), queueId ? `?queue=${queueId}` : ""), [go]);

  const filter = useMemo<ConversationFilter>(
    () => ({ view, ...(q ? { q } : {}), ...(channel ? { channel } : {}), ...(queue ? { queueId: queue } : {}) }),
    [view, q, channel, queue],
  );
  return { view, conversationId, filter, open, show, setQuery };
}
