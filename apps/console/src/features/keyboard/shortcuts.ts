/** Every single-key shortcut, once. The sheet lists them from here, so it cannot lie. Messages: `shortcuts.<id>`. */
export const shortcuts = [
  { id: "next", keys: "j,ArrowDown", shown: ["J", "↓"], group: "list" },
  { id: "previous", keys: "k,ArrowUp", shown: ["K", "↑"], group: "list" },
  { id: "open", keys: null, shown: ["Enter"], group: "list" },
  { id: "select", keys: "x", shown: ["X"], group: "list" },
  { id: "selectDown", keys: "shift+j", shown: ["Shift", "J"], group: "list" },
  { id: "selectUp", keys: "shift+k", shown: ["Shift", "K"], group: "list" },
  { id: "search", keys: "/", shown: ["/"], group: "list" },
  { id: "reply", keys: "r", shown: ["R"], group: "conversation" },
  { id: "note", keys: "n", shown: ["N"], group: "conversation" },
  { id: "done", keys: "e", shown: ["E"], group: "conversation" },
  { id: "assignToMe", keys: "i", shown: ["I"], group: "conversation" },
  { id: "snooze", keys: "h", shown: ["H"], group: "conversation" },
  { id: "details", keys: "d", shown: ["D"], group: "conversation" },
  { id: "leave", keys: "Escape", shown: ["Esc"], group: "conversation" },
  { id: "send", keys: null, shown: ["⌘ / Ctrl", "Enter"], group: "composer" },
  { id: "sendDone", keys: null, shown: ["⌘ / Ctrl", "⇧", "Enter"], group: "composer" },
  { id: "sendSnooze", keys: null, shown: ["⌘ / Ctrl", "Alt", "Enter"], group: "composer" },
  { id: "undo", keys: "z", shown: ["Z"], group: "anywhere" },
  { id: "help", keys: "?", shown: ["?"], group: "anywhere" },
] as const satisfies readonly { id: string; keys: string | null; shown: readonly string[]; group: string }[];

export type ShortcutId = (typeof shortcuts)[number]["id"];
export const shortcutGroups = ["list", "conversation", "composer", "anywhere"] as const;
