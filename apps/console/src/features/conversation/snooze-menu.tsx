"use client";
import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { SnoozeDialog } from "./snooze-dialog.tsx";
import { snoozeTimes } from "./snooze-times.ts";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSnooze: (until: Date | null) => void;
  trigger: ReactElement<Record<string, unknown>>;
};

/** Puts conversations away until a time, or until the customer writes. A message wakes them in any case. */
export function SnoozeMenu({ open, onOpenChange, onSnooze, trigger }: Props) {
  const t = useTranslations("conversation.snooze");
  const dates = useDates();
  const [picking, setPicking] = useState(false);
  return (
    <>
      <Menu align="end" open={open} onOpenChange={onOpenChange} trigger={trigger}>
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
