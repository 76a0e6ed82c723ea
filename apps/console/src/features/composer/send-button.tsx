"use client";
import { AlarmClock, CalendarClock, Check, ChevronDown, Lock, SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { useMay } from "../frame/me.tsx";
import type { After } from "./use-send.ts";

type Props = { isNote: boolean; ready: boolean; onSend: (after: After) => void; onLater: () => void };

/** Sends; behind the arrow: what else can become of the conversation with it. */
export function SendButton({ isNote, ready, onSend, onLater }: Props) {
  const t = useTranslations("composer");
  const mayWork = useMay("work_cases");
  const variant = isNote ? "note" : "primary";
  return (
    <span className="flex shrink-0">
      <Button
        data-testid="composer-send"
        variant={variant}
        disabled={!ready}
        onClick={() => onSend(null)}
        className={mayWork ? "rounded-e-none" : undefined}
      >
        {isNote ? <Lock aria-hidden className="size-3.5" /> : <SendHorizontal aria-hidden className="size-3.5 rtl:-scale-x-100" />}
        {isNote ? t("addNote") : t("send")}
      </Button>
      {mayWork && (
        <Menu
          side="top"
          align="end"
          trigger={
            <Button
              variant={variant}
              aria-label={t("sendMore")}
              data-testid="composer-send-more"
              className="rounded-s-none border-s border-s-current/30 px-1.5"
            >
              <ChevronDown aria-hidden className="size-3.5" />
            </Button>
          }
        >
          <MenuItem icon={<Check aria-hidden className="size-4" />} shortcut="⌘/Ctrl ⇧ ↵" disabled={!ready} onSelect={() => onSend("done")}>
            {t(isNote ? "addNoteDone" : "sendDone")}
          </MenuItem>
          <MenuItem icon={<AlarmClock aria-hidden className="size-4" />} shortcut="⌘/Ctrl Alt ↵" disabled={!ready} onSelect={() => onSend("snooze")}>
            {t(isNote ? "addNoteSnooze" : "sendSnooze")}
          </MenuItem>
          {!isNote && (
            <MenuItem icon={<CalendarClock aria-hidden className="size-4" />} disabled={!ready} onSelect={onLater}>
              {t("sendLater")}
            </MenuItem>
          )}
        </Menu>
      )}
    </span>
  );
}
