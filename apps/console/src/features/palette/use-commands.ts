"use client";
import { useQuery } from "@tanstack/react-query";
import {
  AlarmClock,
  ArrowLeft,
  Check,
  Eye,
  Flag,
  Keyboard,
  Layers,
  Link2,
  ListFilter,
  Lock,
  LogOut,
  type LucideIcon,
  Merge,
  PanelRight,
  Reply,
  RotateCcw,
  Search,
  SquarePen,
  Tag,
  Undo2,
  UserRound,
  UserRoundPlus,
  Zap,
} from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { listQueues } from "../../api/queues.ts";
import { useMe } from "../frame/me.tsx";
import { inboxPath, openConversationIn } from "../inbox/inbox-path.ts";
import { useSavedViews } from "../inbox/use-listing.ts";
import { viewIcons } from "../inbox/view-nav.tsx";
import type { ListPlace } from "../inbox/views.ts";
import { views } from "../inbox/views.ts";
import { useActions } from "../keyboard/actions.ts";
import { useShownKeys } from "../keyboard/keymap-context.tsx";
import { type ShortcutId, shortcuts } from "../keyboard/shortcuts.ts";
import { settingsPages } from "../settings/settings-pages.ts";
import type { PaletteRow } from "./palette-rows.ts";
import { readRecent } from "./recent.ts";

const icons: Partial<Record<ShortcutId, LucideIcon>> = {
  done: Check,
  reopen: RotateCcw,
  reply: Reply,
  note: Lock,
  assign: UserRound,
  assignToMe: UserRoundPlus,
  snoozeUntil: AlarmClock,
  label: Tag,
  queue: Layers,
  priority: Flag,
  undo: Undo2,
  macro: Zap,
  merge: Merge,
  copyLink: Link2,
  watch: Eye,
  details: PanelRight,
  leave: ArrowLeft,
  search: Search,
  newMessage: SquarePen,
  help: Keyboard,
  signOut: LogOut,
};
const goKeys: Partial<Record<(typeof views)[number], ShortcutId>> = {
  all: "goInbox",
  mine: "goMine",
  mentions: "goMentions",
  unassigned: "goUnassigned",
  snoozed: "goSnoozed",
  drafts: "goDrafts",
};
/** What is likely wanted where nothing is typed: of the open conversation, else of the desk. */
const suggestedIds: readonly ShortcutId[] = ["done", "reply", "assign", "snoozeUntil", "label", "search", "newMessage", "help"];
const suggestedCount = 5;

/** What can be done and where one can go, as rows. Nothing here asks a server while one types. */
export function useCommands() {
  const t = useTranslations("shortcuts.keys");
  const palette = useTranslations("palette");
  const inbox = useTranslations("inbox");
  const settings = useTranslations("settings");
  const list = useTranslations("list");
  const actions = useActions();
  const shownKeys = useShownKeys();
  const path = usePathname();
  const openId = openConversationIn(path);
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues }).data ?? [];
  const saved = useSavedViews().data ?? [];
  const recent = readRecent(useMe().agent?.id ?? "");

  const rowOf = (id: ShortcutId): PaletteRow[] => {
    const action = actions.get(id);
    const Icon = icons[id];
    if (!action) return [];
    const shown = { id, label: t(id), keys: shownKeys(id), ...(Icon ? { Icon } : {}) };
    return [{ ...shown, ...("run" in action ? { run: action.run } : { step: id }) }];
  };
  const rowsOf = (inConversation: boolean) =>
    shortcuts.filter((one) => one.palette && (one.group === "conversation") === inConversation).flatMap((one) => rowOf(one.id));
  const inboxViews: PaletteRow[] = views.map((view) => {
    const key = goKeys[view];
    return {
      id: `view-${view}`,
      label: inbox(`view.${view}`),
      hint: palette("inbox"),
      Icon: viewIcons[view],
      href: inboxPath(view),
      ...(key ? { keys: shownKeys(key) } : {}),
    };
  });
  return {
    /** Who is open; null: nobody, and what can be done to a conversation is done to the one marked in the list. */
    openName: openId === null ? null : (recent.find((one) => one.id === openId)?.name ?? list("noName")),
    choicesOf: (id: ShortcutId): PaletteRow[] => {
      const action = actions.get(id);
      return action && "choices" in action ? action.choices() : [];
    },
    labelOf: (id: ShortcutId) => t(id),
    ofConversation: rowsOf(true),
    ofDesk: rowsOf(false),
    suggested: suggestedIds.flatMap(rowOf).slice(0, suggestedCount),
    places: [
      ...inboxViews,
      ...saved.map(
        (view): PaletteRow => ({ id: view.id, label: view.name, hint: palette("view"), Icon: ListFilter, href: inboxPath(view.id as ListPlace) }),
      ),
      ...queues.map(
        (queue): PaletteRow => ({ id: queue.id, label: queue.name, hint: palette("queue"), Icon: Layers, href: `/inbox/all?queue=${queue.id}` }),
      ),
    ],
    settings: settingsPages.map(
      ({ path: name, Icon }): PaletteRow => ({
        id: `settings-${name}`,
        label: settings(`nav.${name}`),
        hint: settings("title"),
        Icon,
        href: `/settings/${name}`,
      }),
    ),
    recent: recent
      .filter((one) => one.id !== openId)
      .map((one): PaletteRow => ({ id: `recent-${one.id}`, label: one.name ?? list("noName"), person: one.name, href: inboxPath("all", one.id) })),
  };
}
