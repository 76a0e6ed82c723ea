"use client";
import { signOut } from "../../api/me.ts";
import { inboxPath } from "../inbox/inbox-path.ts";
import { typeAhead } from "../keyboard/type-ahead.ts";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { focusSearch } from "../search/focus-search.ts";
import { useGo } from "./use-go.ts";

/** What can be done by key anywhere on the desk. */
export function DeskKeys() {
  const go = useGo();
  useShortcut("search", () => {
    if (focusSearch()) return;
    typeAhead();
    go("/search");
  });
  useShortcut("goInbox", () => go(inboxPath("all")));
  useShortcut("goMine", () => go(inboxPath("mine")));
  useShortcut("goMentions", () => go(inboxPath("mentions")));
  useShortcut("goUnassigned", () => go(inboxPath("unassigned")));
  useShortcut("goSnoozed", () => go(inboxPath("snoozed")));
  useShortcut("goDrafts", () => go(inboxPath("drafts")));
  useShortcut("goSettings", () => go("/settings/channels"));
  useShortcut("signOut", () => void leave());
  return null;
}

/** Signs out and forgets everything that is shown. */
export async function leave(): Promise<void> {
  await signOut();
  window.location.assign("/login");
}
