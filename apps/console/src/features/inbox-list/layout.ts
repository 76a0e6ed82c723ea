import { listLayouts } from "@onethread/core";
import { rememberedChoice } from "../../remembered-choice.ts";
import { useBreakpoint } from "../inbox/use-breakpoint.ts";
import { useOpenConversationId } from "../inbox/use-open-conversation.ts";
import { useRememberedSetting } from "../own-settings/use-remembered-setting.ts";

/** Height of a table's row and of its head in px, at the usual font size. */
export const tableRowHeight = 40;
export const tableHeadHeight = 36;
export const inRem = (px: number): string => `${px / 16}rem`;

const copy = rememberedChoice("onethread.list-layout", listLayouts, "list");
export const useLayout = () => useRememberedSetting("listLayout", copy);

/** Whether there is room for a table: on a wide window, while no conversation stands beside the list. */
export function useTableFits(): boolean {
  const breakpoint = useBreakpoint();
  const openId = useOpenConversationId();
  return openId === null && (breakpoint === "details" || breakpoint === "full" || breakpoint === "wide");
}

/** Whether the list is shown as a table now. */
export function useAsTable(): boolean {
  const layout = useLayout();
  return useTableFits() && layout === "table";
}
