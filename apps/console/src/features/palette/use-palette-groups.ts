"use client";
import type { SearchKind } from "@onethread/core/api";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ShortcutId } from "../keyboard/shortcuts.ts";
import { mostRows, type PaletteGroup, type PaletteRow } from "./palette-rows.ts";
import { type PaletteMode, rankRows, readPrefix } from "./rank-rows.ts";
import { useCommands } from "./use-commands.ts";
import { useFound } from "./use-found.ts";

const asks: Record<PaletteMode, readonly SearchKind[]> = {
  all: ["customers", "conversations"],
  people: ["customers"],
  conversations: ["conversations"],
  actions: [],
  settings: [],
};

/** What the palette shows for what is typed: what is at hand first, then places, then what the server finds. */
export function usePaletteGroups(typed: string, step: ShortcutId | null): { groups: PaletteGroup[]; busy: boolean; failed: boolean } {
  const t = useTranslations("palette");
  const commands = useCommands();
  const { mode, rest } = step === null ? readPrefix(typed) : { mode: "all" as const, rest: typed.trim() };
  const found = useFound(rest, step === null ? asks[mode] : []);
  const groups: PaletteGroup[] = [];
  const add = (id: string, label: string, rows: readonly PaletteRow[]) => {
    if (rows.length > 0) groups.push({ id, label, items: rows.slice(0, mostRows) });
  };
  const local = (id: string, label: string, rows: readonly PaletteRow[]) => add(id, label, rankRows(rows, rest));

  if (step !== null) {
    const choices = rankRows(commands.choicesOf(step), rest);
    if (choices.length > 0) groups.push({ id: step, label: commands.labelOf(step), items: choices });
    return { groups, busy: false, failed: false };
  }
  const empty = mode === "all" && rest === "";
  if (empty) {
    add("suggested", t("suggested"), commands.suggested);
    add("recent", t("recent"), commands.recent);
    return { groups, busy: false, failed: false };
  }
  if (mode === "all" || mode === "actions") {
    const here = rankRows(commands.ofConversation, rest);
    if (here.length > 0)
      groups.push({
        id: "here",
        label: commands.openName === null ? t("marked") : t("here", { name: commands.openName }),
        items: mode === "actions" ? here : here.slice(0, mostRows),
      });
    local("actions", t("actions"), commands.ofDesk);
  }
  if (mode === "all") {
    local("places", t("places"), commands.places);
    local("recent", t("recent"), commands.recent);
  }
  if (mode === "all" || mode === "settings") local("settings", t("settings"), commands.settings);
  // Before what the server finds, which comes later: so no row above it ever moves.
  if (rest.length >= 2 && asks[mode].length > 0)
    add("search", t("messages"), [
      { id: "search-all", label: t("searchAll", { text: rest }), Icon: Search, href: `/search?${new URLSearchParams({ q: rest, in: "messages" })}` },
    ]);
  add("customers", t("customers"), found.customers);
  add("conversations", t("conversations"), found.conversations);
  return { groups, busy: found.busy, failed: found.failed };
}
