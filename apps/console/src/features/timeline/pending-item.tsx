"use client";
import { Clock, LoaderCircle, Lock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ApiError } from "../../api/api-error.ts";
import { Button } from "../../ui/button.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { cn } from "../../ui/class-names.ts";
import { useErrorText } from "../../ui/use-error-text.ts";
import { outbox } from "../composer/outbox.ts";
import type { OutboxEntry } from "../composer/outbox-entry.ts";
import { usePost } from "../composer/post-office.tsx";
import { NoteText } from "../mentions/note-text.tsx";
import { MessageContent } from "../message-content/message-content.tsx";
import { HeldBar } from "./held-bar.tsx";

/** A reply or note that our server has not confirmed yet. It keeps its words whatever happens. */
export function PendingItem({ entry }: { entry: OutboxEntry }) {
  const note = entry.intent.kind === "note";
  const { item } = entry;
  return (
    <div
      data-testid="timeline-item"
      data-item-id={item.id}
      data-type={item.type}
      data-channel={item.channel ?? undefined}
      data-direction={note ? undefined : "outbound"}
      data-status={entry.phase === "failed" ? "failed" : "queued"}
      className={cn("flex flex-col pt-2", note ? "items-stretch" : "items-end")}
    >
      <div
        className={cn(
          "max-w-[85%] rounded-bubble px-3 py-1.5",
          note ? "max-w-full rounded-panel border border-note-line border-dashed bg-note text-note-fg" : "bg-bubble-out",
        )}
      >
        {note ? <NoteText content={item.content} /> : <MessageContent item={item} />}
      </div>
      <State entry={entry} note={note} />
    </div>
  );
}

function State({ entry, note }: { entry: OutboxEntry; note: boolean }) {
  const t = useTranslations("timeline");
  const { phase, heldUntil, item } = entry;
  if (phase === "failed") return <Failed entry={entry} />;
  if (phase === "waiting" && heldUntil !== null) return <HeldBar batch={entry.batch} until={heldUntil} />;
  const waits = phase === "waiting";
  return (
    <p className="mt-0.5 flex items-center gap-1 px-1 text-sm text-subtle" data-testid="pending-state">
      {note ? <Lock aria-hidden className="size-3" /> : item.channel && <ChannelIcon channel={item.channel} className="size-3" />}
      {waits ? <Clock aria-hidden className="size-3" /> : <LoaderCircle aria-hidden className="size-3 motion-safe:animate-spin" />}
      {waits ? t("waitsForConnection") : t("delivery.sending")}
    </p>
  );
}

function Failed({ entry }: { entry: OutboxEntry }) {
  const t = useTranslations("timeline");
  const errorText = useErrorText();
  const post = usePost();
  return (
    <div role="alert" className="mt-1 flex max-w-[85%] flex-wrap items-center gap-2 rounded-control bg-danger-bg px-2 py-1.5 text-danger text-sm">
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 flex-1">{t("notStored", { reason: errorText(entry.error && new ApiError(entry.error)) })}</span>
      <Button size="small" className="h-6" onClick={() => post.again(entry)}>
        {t("retry")}
      </Button>
      <Button size="small" variant="quiet" className="h-6" onClick={() => outbox.remove(entry)}>
        {t("discard")}
      </Button>
    </div>
  );
}
