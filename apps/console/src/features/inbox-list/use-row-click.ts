import type { MouseEvent } from "react";
import type { RowProps } from "./row-props.ts";

/** What a click on a row's link does: opens it here, adds to what is chosen, or what the browser does with a link. */
export function useRowClick({ conversation, chosen, onOpen, onChoose }: Pick<RowProps, "conversation" | "chosen" | "onOpen" | "onChoose">) {
  return (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (event.shiftKey && chosen !== null) onChoose(conversation.id, event);
    else onOpen(conversation.id);
  };
}
