"use client";
import { AlarmClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDates } from "../../i18n/use-dates.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { snoozeTimes } from "./snooze-times.ts";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; onSnooze: (until: Date | null) => void };

/** Puts the conversation away until a time, or until the customer writes. A message wakes it in any case. */
export function SnoozeMenu({ open, onOpenChange, onSnooze }: Props) {
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
          <IconButton label={t("action")} shortcut="H">
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
      <DatePicker open={picking} onOpenChange={setPicking} onPick={onSnooze} />
    </>
  );
}

type PickerProps = { open: boolean; onOpenChange: (open: boolean) => void; onPick: (at: Date) => void };

function DatePicker({ open, onOpenChange, onPick }: PickerProps) {
  const t = useTranslations("conversation.snooze");
  const [value, setValue] = useState("");
  const at = value ? new Date(value) : null;
  const valid = at !== null && at.getTime() > Date.now();
  const submit = () => {
    if (!at || !valid) return;
    onPick(at);
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("pickTitle")}
      footer={
        <Button variant="primary" disabled={!valid} onClick={submit}>
          {t("action")}
        </Button>
      }
    >
      <Field label={t("date")} error={value && !valid ? t("past") : undefined}>
        <Input type="datetime-local" value={value} onChange={(event) => setValue(event.target.value)} />
      </Field>
    </Dialog>
  );
}
