import type { Conversation } from "@onethread/core/api";
import type { MouseEvent } from "react";

/** What a conversation's row needs to know, however it looks. */
export type RowProps = {
  conversation: Conversation;
  href: string;
  open: boolean;
  /** The list's one tab stop. */
  tabStop: boolean;
  /** Whether it is chosen; null: nobody may choose here. */
  chosen: boolean | null;
  /** Whether any row is chosen: boxes are shown for all of them then. */
  choosing: boolean;
  onOpen: (id: string) => void;
  onFocus: (id: string) => void;
  onChoose: (id: string, event: Pick<MouseEvent, "shiftKey">) => void;
};
