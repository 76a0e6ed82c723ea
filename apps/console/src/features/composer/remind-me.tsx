"use client";
import { AlarmClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useConversation } from "../conversation/use-conversation.ts";
import { useConversationActions } from "../conversation/use-conversation-actions.ts";
import { useMay } from "../frame/me.tsx";
import { noticeButton } from "./notice-button.ts";

/** Puts the conversation away until the customer writes, which opens the door again. */
export function RemindMe({ conversationId }: { conversationId: string }) {
  const t = useTranslations("composer");
  const { data } = useConversation(conversationId);
  const { snooze } = useConversationActions(data);
  const may = useMay("work_cases");
  if (!may || !data || (data.status === "snoozed" && data.snoozedUntil === null)) return null;
  return (
    <button type="button" data-testid="remind-me" onClick={() => snooze(null)} className={noticeButton}>
      <AlarmClock aria-hidden className="size-3.5" />
      {t("remindMe")}
    </button>
  );
}
