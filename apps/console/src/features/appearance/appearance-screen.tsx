"use client";
import { afterDoneChoices, densities, fontSizes } from "@onethread/core";
import { Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { type ReactNode, useEffect, useState } from "react";
import { directionOf, localeCookie, localeNames, locales } from "../../i18n/locales.ts";
import { cn } from "../../ui/class-names.ts";
import { SwitchRow } from "../own-settings/switch-row.tsx";
import { UndoChoice } from "../own-settings/undo-choice.tsx";
import { useChangeOwnSettings, useOwnSettings } from "../own-settings/use-own-settings.ts";
import { SettingsPage } from "../settings/settings-page.tsx";
import { Signatures } from "./signatures.tsx";

const themes = [
  { value: "light", Icon: Sun },
  { value: "dark", Icon: Moon },
  { value: "system", Icon: Monitor },
] as const;

/** A year, in seconds. */
const cookieAge = 365 * 24 * 60 * 60;

/** How the desk looks and behaves: theme and language in this browser, everything else wherever one signs in. */
export function AppearanceScreen() {
  const t = useTranslations("appearance");
  const router = useRouter();
  const locale = useLocale();
  const { theme, setTheme } = useTheme();
  const { density, afterDone, fontSize } = useOwnSettings();
  const change = useChangeOwnSettings();
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  // The chosen theme is known in the browser only.
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const setLocale = (next: string) => {
    document.cookie = `${localeCookie}=${next}; path=/; max-age=${cookieAge}; samesite=lax`;
    router.refresh();
  };
  return (
    <SettingsPage title={t("title")} text={t("text")}>
      <Choice legend={t("theme")}>
        {themes.map(({ value, Icon }) => (
          <Option key={value} name="theme" checked={mounted && theme === value} onChoose={() => setTheme(value)}>
            <Icon aria-hidden className="size-5" strokeWidth={1.75} />
            {t(value)}
          </Option>
        ))}
      </Choice>
      <Choice legend={t("fontSize")}>
        {fontSizes.map((value) => (
          <Option key={value} name="font-size" checked={fontSize === value} onChoose={() => change({ fontSize: value })}>
            {percent.format(value / 100)}
          </Option>
        ))}
      </Choice>
      <Choice legend={t("density")}>
        {densities.map((value) => (
          <Option key={value} name="density" checked={density === value} onChoose={() => change({ density: value })}>
            {t(value)}
          </Option>
        ))}
      </Choice>
      <Choice legend={t("afterDone")}>
        {afterDoneChoices.map((value) => (
          <Option key={value} name="after-done" checked={afterDone === value} onChoose={() => change({ afterDone: value })}>
            {t(`after.${value}`)}
          </Option>
        ))}
      </Choice>
      <Choice legend={t("language")}>
        {locales.map((value) => (
          <Option key={value} name="language" checked={locale === value} onChoose={() => setLocale(value)}>
            <span lang={value} dir={directionOf(value)}>
              {localeNames[value]}
            </span>
          </Option>
        ))}
      </Choice>
      <OwnSettings />
      <Signatures />
    </SettingsPage>
  );
}

/** What goes with the person to every browser. */
function OwnSettings() {
  const t = useTranslations("ownSettings");
  const settings = useOwnSettings();
  const change = useChangeOwnSettings();
  return (
    <section className="sm:max-w-md">
      <h2 className="font-medium">{t("writing")}</h2>
      <SwitchRow
        testId="enter-sends"
        label={t("enterSends")}
        text={t("enterSendsText")}
        checked={settings.enterSends}
        onChange={(enterSends) => change({ enterSends })}
      />
      <UndoChoice seconds={settings.undoSeconds} onChoose={(undoSeconds) => change({ undoSeconds })} />
      <SwitchRow
        testId="show-getting-started"
        label={t("gettingStarted")}
        text={t("gettingStartedText")}
        checked={settings.showGettingStarted}
        onChange={(showGettingStarted) => change({ showGettingStarted })}
      />
      <h2 className="mt-6 font-medium">{t("privacy")}</h2>
      <SwitchRow
        testId="show-presence"
        label={t("showPresence")}
        text={t("showPresenceText")}
        checked={settings.showPresence}
        onChange={(showPresence) => change({ showPresence })}
      />
    </section>
  );
}

function Choice({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="mb-6">
      <legend className="mb-2 font-medium">{legend}</legend>
      <div className="grid grid-cols-3 gap-2 sm:max-w-md">{children}</div>
    </fieldset>
  );
}

type OptionProps = { name: string; checked: boolean; onChoose: () => void; children: ReactNode };

function Option({ name, checked, onChoose, children }: OptionProps) {
  return (
    <label
      className={cn(
        "flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-panel border px-3 text-center hover:bg-hover has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent",
        checked ? "border-accent bg-selected font-medium" : "border-line",
      )}
    >
      <input type="radio" name={name} checked={checked} onChange={onChoose} className="sr-only" />
      {children}
    </label>
  );
}
