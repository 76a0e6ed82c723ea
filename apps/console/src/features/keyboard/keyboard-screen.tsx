"use client";
import { keyPresets } from "@onethread/core";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { OwnSettingsPage, type OwnSettingsProps } from "../own-settings/own-settings-page.tsx";
import { SettingRow } from "../own-settings/setting-row.tsx";
import { SwitchRow } from "../own-settings/switch-row.tsx";
import { CaptureDialog } from "./capture-dialog.tsx";
import { KeyRow } from "./key-row.tsx";
import { resolveKeymap } from "./keymap.ts";
import { type ShortcutId, shortcutGroups, shortcuts } from "./shortcuts.ts";

/** What each key does, and choosing others. */
export function KeyboardScreen() {
  const t = useTranslations("keyboard");
  return (
    <OwnSettingsPage title={t("title")} text={t("text")}>
      {(own) => <Keys {...own} />}
    </OwnSettingsPage>
  );
}

function Keys({ settings, change }: OwnSettingsProps) {
  const t = useTranslations("keyboard");
  const names = useTranslations("shortcuts");
  const [sought, setSought] = useState("");
  const [changing, setChanging] = useState<ShortcutId | null>(null);
  const own = settings.keys;
  const keymap = resolveKeymap(settings);
  const words = sought.trim().toLocaleLowerCase();
  const groups = shortcutGroups
    .map((group) => ({
      group,
      found: shortcuts.filter(
        ({ id, group: of }) => of === group && `${names(`keys.${id}`)} ${keymap.get(id) ?? ""}`.toLocaleLowerCase().includes(words),
      ),
    }))
    .filter(({ found }) => found.length > 0);
  const reset = (id: ShortcutId) => change({ keys: Object.fromEntries(Object.entries(own).filter(([name]) => name !== id)) });
  return (
    <>
      <SwitchRow
        testId="single-keys"
        label={t("singleKeys")}
        text={t("singleKeysText")}
        checked={settings.singleKeys}
        onChange={(singleKeys) => change({ singleKeys })}
      />
      <SettingRow label={t("preset")} text={t("presetText")}>
        <Select
          className="w-44 shrink-0"
          value={settings.keyPreset}
          options={keyPresets.map((value) => ({ value, label: t(`presets.${value}`) }))}
          onChange={(keyPreset) => change({ keyPreset })}
        />
      </SettingRow>
      <div className="my-4 flex flex-wrap items-center gap-2">
        <Input
          type="search"
          className="min-w-48 flex-1"
          aria-label={t("search")}
          placeholder={t("search")}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <Button disabled={Object.keys(own).length === 0} onClick={() => change({ keys: {} })} data-testid="reset-keys">
          <RotateCcw aria-hidden className="size-3.5" />
          {t("resetAll")}
        </Button>
      </div>
      {groups.length === 0 && <p className="py-6 text-center text-muted">{t("nothing")}</p>}
      {groups.map(({ group, found }) => (
        <section key={group} className="mb-5">
          <h2 className="mb-1 font-medium text-muted text-sm">{names(`groups.${group}`)}</h2>
          <ul className="rounded-panel border border-line">
            {found.map(({ id }) => (
              <KeyRow key={id} id={id} keymap={keymap} own={id in own} onChange={() => setChanging(id)} onReset={() => reset(id)} />
            ))}
          </ul>
        </section>
      ))}
      {changing && (
        <CaptureDialog
          id={changing}
          keymap={keymap}
          onClose={() => setChanging(null)}
          onChoose={(chosen) => {
            change({ keys: { ...own, ...chosen } });
            setChanging(null);
          }}
        />
      )}
    </>
  );
}
