import type { ListPlace } from "./views.ts";

/** Which conversation an address of the desk shows; null: none. */
export const openConversationIn = (pathname: string): string | null => /^\/inbox\/[^/]+\/(cnv_\w+)/.exec(pathname)?.[1] ?? null;

export const inboxPath = (place: ListPlace, conversationId?: string | null): string =>
  conversationId ? `/inbox/${place}/${conversationId}` : `/inbox/${place}`;

/** Where a message is shown in its conversation. */
export const messagePath = (conversationId: string, messageId: string): string => `${inboxPath("all", conversationId)}?m=${messageId}`;
