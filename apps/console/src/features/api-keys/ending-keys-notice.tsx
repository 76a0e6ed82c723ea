"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useNow } from "../../i18n/use-now.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useGo } from "../frame/use-go.ts";
import { useChangeOwnSettings, useOwnSettingsQuery } from "../own-settings/use-own-settings.ts";
import { expiryState } from "./key-limits.ts";
import { useEndingKeys } from "./use-ending-keys.ts";

const page = "/settings/api-keys";

/** Tells who manages API keys of each that ends within a week, once: in the tab they look at, and not where it stands anyway. */
export function EndingKeysNotice() {
  const t = useTranslations("apiKeys");
  const toasts = useToasts();
  const go = useGo();
  const now = useNow();
  const told = useOwnSettingsQuery().data?.toldApiKeys;
  const change = useChangeOwnSettings();
  const { all, ending } = useEndingKeys();
  const [focused, path] = [useFocused(), usePathname()];
  // What was told just now is not among the settings yet.
  const here = useRef(new Set<string>());
  const fresh = focused && path !== page && told ? ending.filter(({ id }) => !told.includes(id) && !here.current.has(id)) : [];
  useEffect(() => {
    if (fresh.length === 0 || !told || !all) return;
    for (const { id, name, expiresAt } of fresh) {
      here.current.add(id);
      const state = expiryState(expiresAt, now);
      toasts.add({
        title: t("endsNotice", { name, days: state.kind === "soon" ? state.days : 0 }),
        description: t("endsNoticeText"),
        // It is told once: it stays until somebody has read it.
        timeout: 0,
        actionProps: { children: t("title"), onClick: () => go(page) },
      });
    }
    const kept = told.filter((id) => all.some((key) => key.id === id));
    change({ toldApiKeys: [...kept, ...fresh.map(({ id }) => id)].slice(-100) });
  });
  return null;
}

const useFocused = (): boolean =>
  useSyncExternalStore(
    followFocus,
    () => document.hasFocus(),
    () => false,
  );

function followFocus(changed: () => void): () => void {
  const left = new AbortController();
  for (const way of ["focus", "blur"] as const) window.addEventListener(way, changed, { signal: left.signal });
  return () => left.abort();
}
