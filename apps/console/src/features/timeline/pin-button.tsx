"use client";
import type { TimelineItem } from "@onethread/core/api";
import { Pin, PinOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { useMay } from "../frame/me.tsx";
import { useHint } from "../keyboard/keymap-context.tsx";
import { usePin } from "./use-pin.ts";

/** Whether an item can be pinned: one that still says something. A pinned one can always be unpinned. */
export const isPinnable = (item: TimelineItem): boolean => item.pinned !== null || (item.type !== "event" && item.deletedAt === null);

/** Puts an item to the top of its conversation, or takes it from there. */
export function PinButton({ item }: { item: TimelineItem }) {
  const t = useTranslations("timeline.pin");
  const hint = useHint();
  const may = useMay("work_cases");
  const pin = usePin();
  if (!may || !isPinnable(item)) return null;
  const Icon = item.pinned ? PinOff : Pin;
  return (
    <IconButton size="small" label={t(item.pinned ? "unpin" : "pin")} shortcut={hint("pin")} onClick={() => void pin(item)} data-testid="pin-item">
      <Icon aria-hidden className="size-4" />
    </IconButton>
  );
}
