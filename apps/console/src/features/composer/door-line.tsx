"use client";
import type { Door } from "@onethread/core/api";
import { Clock, LayoutTemplate, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { cn } from "../../ui/class-names.ts";
import { takesText } from "./doors.ts";
import { noticeButton } from "./notice-button.ts";
import { RemindMe } from "./remind-me.tsx";
import { useDoorState } from "./use-door-state.ts";

type Props = {
  conversationId: string;
  door: Door;
  doors: readonly Door[];
  onChoose: (id: string) => void;
  /** Null where templates are shown already. */
  onTemplate: (() => void) | null;
};

const tones = { muted: "text-subtle", info: "text-info", warning: "text-warning", danger: "text-danger" };

/** How long the door stays open. */
export function DoorCountdown({ door }: { door: Door }) {
  const state = useDoorState(door);
  if (!state.open) return null;
  return (
    <span className={cn("tabular flex min-w-0 items-center gap-1 text-sm", tones[state.tone])}>
      {state.tone !== "muted" && <Clock aria-hidden className="size-3 shrink-0" />}
      <span className="truncate">{state.text}</span>
      {door.freeUntil && <FreeUntil at={door.freeUntil} />}
    </span>
  );
}

/** Messages cost nothing for a while after the customer came through an ad. */
function FreeUntil({ at }: { at: string }) {
  const t = useTranslations("composer.door");
  const dates = useDates();
  if (Date.parse(at) <= useNow()) return null;
  return (
    <span className="whitespace-nowrap" title={dates.full(at)}>
      · {t("freeUntil", { date: dates.appointment(at) })}
    </span>
  );
}

/** Why a shut door is shut, and which others are open. */
export function ClosedDoor({ conversationId, door, doors, onChoose, onTemplate }: Props) {
  const t = useTranslations("composer");
  const names = useTranslations("channels");
  const state = useDoorState(door);
  const now = useNow();
  if (state.open) return null;
  const others = doors.filter((other) => other.id !== door.id && takesText(other, now));
  const templates = door.allowed.includes("template");
  return (
    <div
      role="status"
      className={cn("mx-3 mb-2 rounded-control px-3 py-2", state.tone === "danger" ? "bg-danger-bg text-danger" : "bg-warning-bg text-warning")}
    >
      <p className="flex gap-2">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {state.text} {templates ? t("templateGoes") : others.length === 0 ? t("nothingElseOpen") : t("otherOpen")}
        </span>
      </p>
      <p className="mt-1.5 flex flex-wrap gap-2 ps-6 empty:hidden">
        {templates && onTemplate && (
          <button type="button" data-testid="pick-template" onClick={onTemplate} className={noticeButton}>
            <LayoutTemplate aria-hidden className="size-3.5" />
            {t("pickTemplate")}
          </button>
        )}
        {others.map((other) => (
          <button key={other.id} type="button" onClick={() => onChoose(other.id)} className={noticeButton}>
            <ChannelIcon channel={other.channel} label={false} />
            {t("useInstead", { channel: names(other.channel), account: other.channelAccountName })}
          </button>
        ))}
        <RemindMe conversationId={conversationId} />
      </p>
    </div>
  );
}
