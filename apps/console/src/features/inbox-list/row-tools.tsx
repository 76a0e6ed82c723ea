"use client";
import type { Conversation } from "@onethread/core/api";
import { Check, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "../../ui/icon-button.tsx";
import { SnoozeMenu } from "../conversation/snooze-menu.tsx";
import { useConversationActions } from "../conversation/use-conversation-actions.ts";
import { useMayWorkOn, useMe } from "../frame/me.tsx";
import { useHint } from "../keyboard/keymap-context.tsx";

/** What a pointer can do to a row without opening it: over the marks at its end, so that no text moves. Keys do the same. */
export function RowTools({ conversation }: { conversation: Conversation }) {
  const hint = useHint();
  const t = useTranslations("conversation");
  const actions = useConversationActions(conversation);
  const may = useMayWorkOn(conversation);
  const [snoozing, setSnoozing] = useState(false);
  const mine = conversation.assignee?.id === useMe().agent?.id;
  if (!may) return null;
  return (
    <span className="absolute end-2 bottom-1 flex rounded-control border border-line bg-raised shadow-popup">
      {!mine && (
        <IconButton label={t("assignToMe")} shortcut={hint("assignToMe")} size="small" tabIndex={-1} onClick={actions.assignToMe}>
          <UserRoundPlus aria-hidden className="size-4" />
        </IconButton>
      )}
      <SnoozeMenu open={snoozing} onOpenChange={setSnoozing} onSnooze={actions.snooze} button={{ size: "small", tabIndex: -1 }} />
      {conversation.status !== "done" && (
        <IconButton label={t("done")} shortcut={hint("done")} size="small" tabIndex={-1} onClick={actions.done}>
          <Check aria-hidden className="size-4" />
        </IconButton>
      )}
    </span>
  );
}
