"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { ApiError } from "../../api/api-error.ts";
import { patchConversation } from "../../api/conversations.ts";
import { useCustomerName } from "../../i18n/use-customer-name.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { writeConversation } from "../conversation/conversation-cache.ts";
import { useMe } from "../frame/me.tsx";
import { useLiveStatus } from "../live/live-status.ts";
import { outbox } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { openPost, type Post } from "./post.ts";

const PostContext = createContext<Post | null>(null);

/** What carries replies and notes to the server, whichever conversation is open. Only inside the desk. */
export function usePost(): Post {
  const post = useContext(PostContext);
  if (!post) throw new Error("usePost outside of the desk");
  return post;
}

export function PostOffice({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const agentId = useMe().agent?.id ?? "";
  const live = useLiveStatus();
  const finish = useRef<(entry: OutboxEntry) => Promise<void>>(async () => {});
  finish.current = useFinish(agentId);
  const post = useMemo(() => openPost({ client, after: (entry) => void finish.current(entry) }), [client]);

  useEffect(() => {
    // What a tab that was closed has left is sent by the next one.
    const adopt = () => void outbox.adopt(agentId).then(() => post.wake());
    const shown = () => document.visibilityState === "visible" && adopt();
    // Who leaves does not come back to take it back.
    const leave = () => {
      for (const batch of new Set(outbox.all().flatMap(({ heldUntil, batch: one }) => (heldUntil === null ? [] : [one])))) post.now(batch);
    };
    adopt();
    window.addEventListener("online", adopt);
    document.addEventListener("visibilitychange", shown);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("online", adopt);
      document.removeEventListener("visibilitychange", shown);
      window.removeEventListener("pagehide", leave);
    };
  }, [agentId, post]);
  useEffect(() => {
    if (live === "open") post.wake();
  }, [live, post]);
  return <PostContext value={post}>{children}</PostContext>;
}

/** "Send and mark done", and its like: after the reply has gone out, and not before. */
function useFinish(agentId: string): (entry: OutboxEntry) => Promise<void> {
  const t = useTranslations("conversation");
  const nameOf = useCustomerName();
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  return async ({ item, after }) => {
    if (!after) return;
    const done = after.do === "done";
    const lastSeen = after.lastSeenItemId ? { lastSeenItemId: after.lastSeenItemId } : {};
    try {
      const patch = done ? { status: "done" as const, ...lastSeen } : { status: "snoozed" as const, snoozedUntil: null };
      const conversation = await patchConversation(item.conversationId, patch);
      writeConversation(client, conversation, agentId);
      toasts.add({ title: done ? t("doneToast", { name: nameOf(conversation.customer, conversation.channels) }) : t("snoozedUntilReplyToast") });
    } catch (error) {
      const newer = error instanceof ApiError && error.code === "newer_message";
      toasts.add({
        type: "error",
        title: newer ? t("newerMessage") : t("notSaved"),
        description: newer ? t("newerMessageText") : errorText(error),
      });
    }
  };
}
