"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "../../api/keys.ts";
import { atRest, until } from "../../at-rest.ts";
import { takeDraft } from "../drafts/take-draft.ts";
import { useMe } from "../frame/me.tsx";
import { refreshDrafts } from "./draft-keeper.ts";
import { quotedOf, setQuoted, useQuoted } from "./quoted.ts";
import { tray, useTray } from "./tray.ts";
import type { useDraft } from "./use-draft.ts";

/** Keeps the reply's draft, the files beside it and the quote above it the same, and all of it as the server has it. */
export function useDraftSync(conversationId: string, reply: ReturnType<typeof useDraft>): void {
  const client = useQueryClient();
  const agentId = useMe().agent?.id ?? "";
  useQuery({
    queryKey: keys.drafts(conversationId),
    queryFn: async ({ signal }) => {
      await until(atRest, signal);
      await refreshDrafts(agentId, conversationId, (place, draft) => takeDraft(client, place, draft));
      return null;
    },
    staleTime: 0,
    refetchOnMount: "always",
  });

  const files = useTray(conversationId);
  const quoted = useQuoted(conversationId);
  const { keeper } = reply;
  useEffect(() => {
    tray.hold(conversationId, reply.files);
    if (quotedOf(conversationId)?.id !== reply.quoted?.id) setQuoted(conversationId, reply.quoted);
  }, [conversationId, reply.files, reply.quoted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what changed; what holds now is read where it is kept
  useEffect(() => {
    const attachments = tray.list(conversationId).flatMap(({ attachment }) => attachment ?? []);
    const quote = quotedOf(conversationId);
    const { kept } = keeper.get();
    const same = attachments.map(({ id }) => id).join() === kept.files.map(({ id }) => id).join() && quote?.id === kept.quoted?.id;
    if (!same) keeper.set({ files: attachments, quoted: quote });
  }, [conversationId, files, quoted, keeper]);
}
