"use client";
import { AlarmClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { putOff } from "../../put-off.tsx";
import { IconButton, type IconButtonProps } from "../../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { useHint } from "../keyboard/keymap-context.tsx";
import { snoozeTimes } from "./snooze-times.ts";

const SnoozeDialog = putOff(() => import("./snooze-dialog.tsx").then((module) => module.SnoozeDialog));

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSnooze: (until: Date | null) => void;
  /** How its button differs from an ordinary one. */
  button?: Partial<IconButtonProps>;
};

/** Puts conversations away until a time, or until the customer writes. A message wakes them in any case. */
export function SnoozeMenu({ open, onOpenChange, onSnooze, button }: Props) {
  const hint = useHint();
  const t = useTranslations("conversation.snooze");
  const dates = useDates();
  const [picking, setPicking] = useState(false);
  return (
    <>
      <Menu
        align="end"
        open={open}
        onOpenChange={onOpenChange}
        trigger={
          <IconButton label={t("action")} shortcut={hint("snooze")} {...button}>
            <AlarmClock aria-hidden className="size-4" />
          </IconButton>
        }
      >
        {open &&
          snoozeTimes(new Date()).map(({ preset, at }) => (
            <MenuItem key={preset} onSelect={() => onSnooze(at)}>
              <span className="flex justify-between gap-6">
                <span>{t(preset)}</span>
                <span className="text-subtle">{dates.appointment(at.toISOString())}</span>
              </span>
            </MenuItem>
          ))}
        <MenuSeparator />
        <MenuItem onSelect={() => onSnooze(null)}>{t("untilReply")}</MenuItem>
        <MenuItem onSelect={() => setPicking(true)}>{t("pick")}</MenuItem>
      </Menu>
      {picking && <SnoozeDialog onClose={() => setPicking(false)} onPick={onSnooze} />}
    </>
  );
}
