/**
 * Everything one can do by a key or from the palette, once. The sheet lists what has a key, the palette what can be done
 * where one is: both from here, so neither can lie. Messages: `shortcuts.keys.<id>`. `keys` is what it is on unless
 * the agent chose otherwise (`keymap.ts`); null with something shown: it is listened to elsewhere and stays as it is.
 */
export const shortcuts = [
  { id: "next", keys: "j,ArrowDown", shown: ["J", "↓"], group: "list", palette: false },
  { id: "previous", keys: "k,ArrowUp", shown: ["K", "↑"], group: "list", palette: false },
  { id: "open", keys: null, shown: ["Enter"], group: "list", palette: false },
  { id: "select", keys: "x", shown: ["X"], group: "list", palette: false },
  { id: "selectDown", keys: "shift+j", shown: ["Shift", "J"], group: "list", palette: false },
  { id: "selectUp", keys: "shift+k", shown: ["Shift", "K"], group: "list", palette: false },
  { id: "filter", keys: "q", shown: ["Q"], group: "list", palette: false },
  { id: "done", keys: "e", shown: ["E"], group: "conversation", palette: true },
  { id: "reopen", keys: null, shown: [], group: "conversation", palette: true },
  { id: "reply", keys: "r", shown: ["R"], group: "conversation", palette: true },
  { id: "note", keys: "n", shown: ["N"], group: "conversation", palette: true },
  { id: "assign", keys: "a", shown: ["A"], group: "conversation", palette: true },
  { id: "assignToMe", keys: "i", shown: ["I"], group: "conversation", palette: true },
  { id: "snooze", keys: "h", shown: ["H"], group: "conversation", palette: false },
  { id: "snoozeUntil", keys: null, shown: [], group: "conversation", palette: true },
  { id: "label", keys: "l", shown: ["L"], group: "conversation", palette: true },
  { id: "queue", keys: "t", shown: ["T"], group: "conversation", palette: true },
  { id: "priority", keys: "p", shown: ["P"], group: "conversation", palette: true },
  { id: "merge", keys: "shift+m", shown: ["Shift", "M"], group: "conversation", palette: true },
  { id: "copyLink", keys: "y", shown: ["Y"], group: "conversation", palette: true },
  { id: "timelineScope", keys: "v", shown: ["V"], group: "conversation", palette: true },
  { id: "pin", keys: "shift+p", shown: ["Shift", "P"], group: "conversation", palette: false },
  { id: "details", keys: "d", shown: ["D"], group: "conversation", palette: true },
  { id: "leave", keys: "Escape", shown: ["Esc"], group: "conversation", palette: true },
  { id: "send", keys: null, shown: ["⌘ / Ctrl", "Enter"], group: "composer", palette: false },
  { id: "sendDone", keys: null, shown: ["⌘ / Ctrl", "⇧", "Enter"], group: "composer", palette: false },
  { id: "sendSnooze", keys: null, shown: ["⌘ / Ctrl", "Alt", "Enter"], group: "composer", palette: false },
  { id: "listCreate", keys: null, shown: ["N"], group: "settings", palette: false },
  { id: "listEdit", keys: null, shown: ["E"], group: "settings", palette: false },
  { id: "listTry", keys: null, shown: ["T"], group: "settings", palette: false },
  { id: "palette", keys: null, shown: ["⌘ / Ctrl", "K"], group: "anywhere", palette: false },
  { id: "search", keys: "/", shown: ["/"], group: "anywhere", palette: true },
  { id: "newMessage", keys: "c", shown: ["C"], group: "anywhere", palette: true },
  { id: "goInbox", keys: "g>i", shown: ["G", "I"], group: "anywhere", palette: false },
  { id: "goMine", keys: "g>m", shown: ["G", "M"], group: "anywhere", palette: false },
  { id: "goUnassigned", keys: "g>u", shown: ["G", "U"], group: "anywhere", palette: false },
  { id: "goSnoozed", keys: "g>n", shown: ["G", "N"], group: "anywhere", palette: false },
  { id: "goDrafts", keys: "g>d", shown: ["G", "D"], group: "anywhere", palette: false },
  { id: "goSettings", keys: "g>s", shown: ["G", "S"], group: "anywhere", palette: false },
  { id: "undo", keys: "z", shown: ["Z"], group: "anywhere", palette: true },
  { id: "help", keys: "?", shown: ["?"], group: "anywhere", palette: true },
  { id: "signOut", keys: null, shown: [], group: "anywhere", palette: true },
] as const satisfies readonly { id: string; keys: string | null; shown: readonly string[]; group: string; palette: boolean }[];

export type ShortcutId = (typeof shortcuts)[number]["id"];
export const shortcutGroups = ["list", "conversation", "composer", "settings", "anywhere"] as const;
