"use client";
import type { Conversation } from "@onethread/core/api";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { afterPaint } from "../../after-paint.ts";
import { keys } from "../../api/keys.ts";
import { useMe } from "../frame/me.tsx";
import { useListing } from "./use-listing.ts";
import { useOpenConversationId } from "./use-open-conversation.ts";

/** Names the tab: who is open, in which list, of which workspace. */
export function usePageTitle(): void {
  const t = useTranslations("inbox.view");
  const inbox = useTranslations("frame")("inbox");
  const workspace = useMe().workspace.name;
  const { view, savedView } = useListing();
  const conversationId = useOpenConversationId();
  const { data } = useQuery<Conversation>({ queryKey: keys.conversation(conversationId ?? "none"), queryFn: skipToken });
  const list = view ? t(view) : (savedView?.name ?? inbox);
  const title = [conversationId && data?.customer.name, list, workspace].filter(Boolean).join(" – ");
  // The browser is slow to take a title, and nobody looks there first.
  useEffect(
    () =>
      afterPaint(() => {
        document.title = title;
      }),
    [title],
  );
  useEffect(
    () => () => {
      document.title = workspace;
    },
    [workspace],
  );
}
