"use client";
import type { TimelineItem } from "@onethread/core/api";
import { useQueryClient } from "@tanstack/react-query";
import { Reply, SmilePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { reactTo } from "../../api/messages.ts";
import { EmojiPicker } from "../../ui/emoji-picker.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";
import { useAfterPaint } from "../../use-after-paint.ts";
import { setQuoted } from "../composer/quoted.ts";
import { useMay } from "../frame/me.tsx";
import { MessageMenu } from "./message-menu.tsx";
import { isPinnable, PinButton } from "./pin-button.tsx";
import { placeInTimelines } from "./place-in-timelines.ts";
import type { TimelineContext } from "./timeline-context.ts";

/** Where so many small buttons will be. */
const rooms = ["", "w-7 shrink-0", "w-14 shrink-0", "w-21 shrink-0 max-sm:w-14", "w-28 shrink-0 max-sm:w-14"] as const;

/** What can be done with one message: answer it, react to it, pin it, and more. Shown on hover and focus, always there for the keyboard. */
export function MessageActions({ item, context }: { item: TimelineItem; context: TimelineContext }) {
  const t = useTranslations("timeline");
  const mayReply = useMay("reply");
  const mayPin = useMay("work_cases");
  const painted = useAfterPaint();
  const react = useReact(item);
  // What the platform does not know (yet) can be neither answered nor reacted to.
  const account = item.externalId ? item.channelAccountId : null;
  const open = mayReply && account !== null && !item.deletedAt;
  const ours = item.reactions.find((reaction) => reaction.by === "business")?.emoji ?? null;
  const reacts = account !== null && (context.reacts.has(account) || ours !== null);
  const canReact = open && item.direction === "inbound" && item.content.kind !== "comment" && reacts;
  const canPin = mayPin && isPinnable(item);
  // A conversation has many of them, and nobody needs them before its first picture: until then their room is kept.
  if (!painted) return <span className={rooms[[open, canReact, canPin, true].filter(Boolean).length]} />;
  return (
    <span
      data-message-actions
      className="flex shrink-0 in-focus-visible:opacity-100 opacity-0 focus-within:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 max-sm:-my-2.5 max-sm:grid max-sm:grid-cols-[auto_auto] [@media(hover:none)]:opacity-100"
    >
      {open && (
        <IconButton size="small" label={t("replyTo")} onClick={() => setQuoted(item.conversationId, item)} data-testid="message-reply">
          <Reply aria-hidden className="size-4 rtl:-scale-x-100" />
        </IconButton>
      )}
      {canReact && (
        <EmojiPicker
          current={ours}
          onPick={(emoji) => void react(emoji)}
          trigger={
            <IconButton size="small" label={t("react")} data-testid="message-react">
              <SmilePlus aria-hidden className="size-4" />
            </IconButton>
          }
        />
      )}
      {canPin && <PinButton item={item} />}
      <MessageMenu item={item} />
    </span>
  );
}

/** Sets or takes back our reaction: shown at once, undone when the platform refuses. */
function useReact(item: TimelineItem): (emoji: string | null) => Promise<void> {
  const t = useTranslations("timeline");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const place = (next: TimelineItem) => placeInTimelines(client, next);
  return async (emoji) => {
    const others = item.reactions.filter((reaction) => reaction.by !== "business");
    place({ ...item, reactions: emoji === null ? others : [...others, { emoji, by: "business", at: new Date().toISOString() }] });
    try {
      place(await reactTo(item.id, emoji));
    } catch (error) {
      place(item);
      toasts.add({ type: "error", title: t("notReacted"), description: errorText(error) });
    }
  };
}
