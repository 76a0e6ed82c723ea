"use client";
import type { Conversation } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ApiError } from "../../api/api-error.ts";
import { keys } from "../../api/keys.ts";
import { type Macro, runMacro, undoMacroRun } from "../../api/macros.ts";
import { newIdempotencyKey } from "../../api/new-id.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { writeConversation } from "../conversation/conversation-cache.ts";
import { useAdvance } from "../conversation/use-advance.ts";
import { useMe } from "../frame/me.tsx";
import { noteActed, noteTakenBack } from "../inbox-list/acted-on.ts";
import { itemsOf, type TimelineData } from "../timeline/merge-newest-page.ts";
import { useUndoable } from "../undo/use-undoable.ts";
import { putInReply } from "./put-in-reply.ts";

type Wish = { skip: number[] /** What goes into the reply box; empty: nothing. */; text: string };

/** Runs a macro on a conversation, with one way back for all of it. Answers whether it was run; else it has said why not. */
export function useRunMacro(macro: Macro, conversation: Conversation): (wish: Wish) => Promise<boolean> {
  const t = useTranslations("macros.run");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const undoable = useUndoable();
  const advance = useAdvance();
  const agentId = useMe().agent?.id ?? "";
  // The same wish again is the same request: an answer that was lost must not run it twice.
  const asked = useRef({ wish: "", key: "" });

  const show = (fresh: Conversation) => {
    writeConversation(client, fresh, agentId);
    for (const queryKey of [keys.conversations, keys.viewCounts, keys.timeline(fresh.id)]) void client.invalidateQueries({ queryKey });
  };
  const tell = (title: string, error: unknown) => {
    const newer = error instanceof ApiError && error.code === "newer_message";
    toasts.add({ type: "error", title, description: newer ? t("newer") : errorText(error) });
  };

  return async ({ skip, text }) => {
    const { id } = conversation;
    const last = itemsOf(client.getQueryData<TimelineData>(keys.timeline(id))).at(-1);
    const input = { conversationId: id, skip, ...(last ? { lastSeenItemId: last.id } : {}) };
    const wish = JSON.stringify(input);
    if (asked.current.wish !== wish) asked.current = { wish, key: newIdempotencyKey() };
    try {
      const run = await runMacro(macro.id, input, asked.current.key);
      const takeOut = text === "" ? null : putInReply(client, { agentId, conversationId: id }, text);
      // Whoever has something to send stays with it.
      const leaves = conversation.status === "open" && run.conversation.status !== "open" && takeOut === null;
      const away = leaves ? advance(id) : undefined;
      const title = t("ran", { name: macro.name });
      const undoStep = undoable(title, () => {
        takeOut?.();
        noteTakenBack(id);
        away?.back();
        undoMacroRun(run.id).then(show, (error: unknown) => tell(t("notUndone"), error));
      });
      noteActed(id, { title, undoStep });
      show(run.conversation);
      void client.invalidateQueries({ queryKey: keys.macros });
      return true;
    } catch (error) {
      tell(t("notRun"), error);
      return false;
    }
  };
}
