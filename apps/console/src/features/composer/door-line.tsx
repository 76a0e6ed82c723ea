"use client";
import type { Door } from "@onethread/core/api";
import { Clock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useNow } from "../../i18n/use-now.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { cn } from "../../ui/class-names.ts";
import { takesText } from "./doors.ts";
import { useDoorState } from "./use-door-state.ts";

type Props = { door: Door; doors: readonly Door[]; onChoose: (id: string) => void };

const tones = { muted: "text-subtle", info: "text-info", warning: "text-warning", danger: "text-danger" };

/** How long the door stays open. */
export function DoorCountdown({ door }: { door: Door }) {
  const state = useDoorState(door);
  if (!state.open) return null;
  return (
    <span className={cn("tabular flex min-w-0 items-center gap-1 text-sm", tones[state.tone])}>
      {state.tone !== "muted" && <Clock aria-hidden className="size-3 shrink-0" />}
      <span className="truncate">{state.text}</span>
    </span>
  );
}

/** Why a shut door is shut, and which others are open. */
export function ClosedDoor({ door, doors, onChoose }: Props) {
  const t = useTranslations("composer");
  const names = useTranslations("channels");
  const state = useDoorState(door);
  const now = useNow();
  if (state.open) return null;
  const others = doors.filter((other) => other.id !== door.id && takesText(other, now));
  return (
    <div
      role="status"
      className={cn("mx-3 mb-2 rounded-control px-3 py-2", state.tone === "danger" ? "bg-danger-bg text-danger" : "bg-warning-bg text-warning")}
    >
      <p className="flex gap-2">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {state.text} {others.length === 0 ? t("nothingElseOpen") : t("otherOpen")}
        </span>
      </p>
      {others.length > 0 && (
        <p className="mt-1.5 flex flex-wrap gap-2 ps-6">
          {others.map((other) => (
            <button
              key={other.id}
              type="button"
              onClick={() => onChoose(other.id)}
              className="flex items-center gap-1.5 rounded-control border border-current px-2 py-0.5 font-medium text-sm"
            >
              <ChannelIcon channel={other.channel} label={false} />
              {t("useInstead", { channel: names(other.channel), account: other.channelAccountName })}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
