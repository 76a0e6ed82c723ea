"use client";
import { channels, isCondition } from "@onethread/core";
import type { ConversationSort } from "@onethread/core/api";
import { parseAsJson, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback } from "react";
import { goTo, useAddress } from "./address.tsx";
import { isPlace, type ListPlace } from "./views.ts";

export const sorts = ["newest", "oldest", "waiting"] as const satisfies readonly ConversationSort[];

const query = {
  q: parseAsString.withDefault(""),
  channel: parseAsStringLiteral(channels),
  queue: parseAsString,
  sort: parseAsStringLiteral(sorts),
  filter: parseAsJson((value) => (isCondition(value) ? value : null)),
};

/** Which conversation an address of the desk shows; null: none. */
export const openConversationIn = (pathname: string): string | null => /^\/inbox\/[^/]+\/(cnv_\w+)/.exec(pathname)?.[1] ?? null;

export const inboxPath = (place: ListPlace, conversationId?: string | null): string =>
  conversationId ? `/inbox/${place}/${conversationId}` : `/inbox/${place}`;

/** Where a message is shown in its conversation. */
export const messagePath = (conversationId: string, messageId: string): string => `${inboxPath("all", conversationId)}?m=${messageId}`;

/** What belongs to one conversation: the message gone to, and what of its timeline is shown. Nothing stays hidden in the next one. */
const ofConversation = ["m", "scope", "kinds", "via", "pinned"];
const withoutOwn = (search: string): string => {
  const query = new URLSearchParams(search);
  for (const name of ofConversation) query.delete(name);
  return query.size > 0 ? `?${query}` : "";
};

/**
 * The address is the state: view, open conversation, search, filters. Changing it here does not ask the server for a
 * page; Back, reload and a shared link work all the same.
 */
export function useInboxLocation() {
  const [, , placePart = "all", conversationPart] = useAddress(({ pathname }) => pathname).split("/");
  const place: ListPlace = isPlace(placePart) ? placePart : "all";
  const conversationId = conversationPart ? decodeURIComponent(conversationPart) : null;
  const [narrowed, setQuery] = useQueryStates(query, { history: "replace", shallow: true });
  const message = useAddress(({ search }) => new URLSearchParams(search).get("m"));
  // The message that an address names belongs to the conversation it was made for.
  const open = useCallback((id: string | null) => goTo(inboxPath(place, id) + withoutOwn(window.location.search)), [place]);
  const show = useCallback((next: ListPlace, queueId?: string) => goTo(inboxPath(next) + (queueId ? `?queue=${queueId}` : "")), []);
  /** Shows a message of the open conversation. */
  const goToMessage = useCallback((messageId: string) => {
    const query = new URLSearchParams(window.location.search);
    query.set("m", messageId);
    goTo(`${window.location.pathname}?${query}`);
  }, []);
  return { place, conversationId, message, narrowed, open, show, goToMessage, setQuery };
}
