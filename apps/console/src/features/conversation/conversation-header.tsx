"use client";
import type { Conversation } from "@onethread/core/api";
import { ArrowLeft, Check, PanelRight, RotateCcw, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCustomerName } from "../../i18n/use-customer-name.ts";
import { Button } from "../../ui/button.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useHasSelection } from "../bulk/selection.ts";
import { WatchButton } from "../followers/watch-button.tsx";
import { useMayWorkOn, useMe } from "../frame/me.tsx";
import { ariaKeys } from "../keyboard/keymap.ts";
import { useHint, useKeymap } from "../keyboard/keymap-context.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { PresenceFaces } from "../presence/presence-faces.tsx";
import { AssigneeMenu } from "./assignee-menu.tsx";
import { SnoozeMenu } from "./snooze-menu.tsx";
import { StatusPill } from "./status-pill.tsx";
import { useConversationActions } from "./use-conversation-actions.ts";
import { useConversationChoices } from "./use-conversation-choices.ts";

type Props = {
  conversation: Conversation | undefined;
  onBack: (() => void) | null;
  detailsShown: boolean;
  onToggleDetails: () => void;
};

/** Who it is, how it stands, and what to do with it. */
export function ConversationHeader({ conversation, onBack, detailsShown, onToggleDetails }: Props) {
  const hint = useHint();
  const t = useTranslations("conversation");
  const nameOf = useCustomerName();
  return (
    <header className="@container flex h-12 shrink-0 items-center gap-2 border-line border-b px-3">
      {onBack && (
        <IconButton label={t("back")} onClick={onBack}>
          <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        </IconButton>
      )}
      {conversation ? (
        <>
          <h2 dir="auto" className="min-w-0 truncate font-semibold text-body">
            {nameOf(conversation.customer, conversation.channels)}
          </h2>
          <span className="hidden shrink-0 gap-1 @[640px]:flex">
            {conversation.channels.map((channel) => (
              <ChannelIcon key={channel} channel={channel} />
            ))}
          </span>
          <span className="hidden min-w-0 shrink-[3] @[440px]:flex">
            <StatusPill conversation={conversation} />
          </span>
        </>
      ) : (
        <Skeleton className="h-4 w-40" />
      )}
      <span className="flex-1" />
      {conversation && <PresenceFaces conversationId={conversation.id} />}
      {conversation && <WatchButton conversation={conversation} />}
      {conversation && <Actions conversation={conversation} />}
      <IconButton label={t("details")} shortcut={hint("details")} pressed={detailsShown} onClick={onToggleDetails}>
        <PanelRight aria-hidden className="size-4 rtl:-scale-x-100" />
      </IconButton>
    </header>
  );
}

function Actions({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("conversation");
  const actions = useConversationActions(conversation);
  const [snoozing, setSnoozing] = useState(false);
  const mine = conversation.assignee?.id === useMe().agent?.id;
  const may = useMayWorkOn(conversation);
  const done = conversation.status === "done";
  // What is chosen in the list is what keys mean then.
  const free = !useHasSelection();
  const [hint, keymap] = [useHint(), useKeymap()];
  useShortcut("assignToMe", actions.assignToMe, may && !mine && free);
  useShortcut("done", actions.done, may && !done && free);
  useShortcut("snooze", () => setSnoozing(true), may && free);
  useConversationChoices(conversation, actions, may, free);
  if (!may) return <AssigneeName name={conversation.assignee?.name ?? null} />;
  return (
    <>
      <AssigneeMenu assignee={conversation.assignee} onAssign={actions.assign} />
      {!mine && (
        <IconButton label={t("assignToMe")} shortcut={hint("assignToMe")} onClick={actions.assignToMe} className="hidden @[480px]:inline-flex">
          <UserRoundPlus aria-hidden className="size-4" />
        </IconButton>
      )}
      <SnoozeMenu open={snoozing} onOpenChange={setSnoozing} onSnooze={actions.snooze} />
      {done ? (
        <Button size="small" onClick={actions.reopen}>
          <RotateCcw aria-hidden className="size-3.5" />
          <span className="sr-only @[360px]:not-sr-only">{t("reopen")}</span>
        </Button>
      ) : (
        <Button size="small" onClick={actions.done} aria-keyshortcuts={ariaKeys(keymap.get("done"))}>
          <Check aria-hidden className="size-3.5" />
          <span className="sr-only @[360px]:not-sr-only">{t("done")}</span>
        </Button>
      )}
    </>
  );
}

function AssigneeName({ name }: { name: string | null }) {
  const t = useTranslations("conversation");
  return <span className="truncate text-muted">{name ? t("assignee", { name }) : t("unassigned")}</span>;
}
