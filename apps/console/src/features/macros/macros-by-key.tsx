"use client";
import type { Conversation } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { listMacros, type Macro } from "../../api/macros.ts";
import { putOff } from "../../put-off.tsx";
import { useHasSelection } from "../bulk/selection.ts";
import { useMay } from "../frame/me.tsx";
import { useGo } from "../frame/use-go.ts";
import { doAction } from "../keyboard/actions.ts";
import { useChoices } from "../keyboard/use-shortcut.ts";

const MacroPreview = putOff(() => import("./macro-preview.tsx").then((module) => module.MacroPreview));

/** Macros for the open conversation: by key, by button and from the palette one is chosen, and shown before it is run. */
export function MacrosByKey({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("macros");
  const go = useGo();
  const [chosen, setChosen] = useState<Macro | null>(null);
  const may = useMay("work_cases");
  const free = !useHasSelection();
  const macros = useQuery({ queryKey: keys.macros, queryFn: listMacros, enabled: may }).data;
  useChoices(
    "macro",
    () => [
      ...(macros ?? [])
        .toSorted((a, b) => b.uses - a.uses || a.name.localeCompare(b.name))
        .map((macro) => ({ id: macro.id, label: macro.name, hint: t("uses", { count: macro.uses }), run: () => setChosen(macro) })),
      ...(macros ? [{ id: "manage", label: t("manage"), run: () => go("/settings/macros") }] : []),
    ],
    // What is chosen in the list is what keys mean then.
    may && free,
    macros,
  );
  if (!chosen) return null;
  const close = (wrote: boolean) => {
    setChosen(null);
    // Into the reply box, once the dialog has given the focus back.
    if (wrote) setTimeout(() => doAction("reply"));
  };
  return <MacroPreview macro={chosen} conversation={conversation} onClose={close} />;
}
