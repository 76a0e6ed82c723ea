import { defaultAgentSettings, type ListColumn, listColumns, type WideColumn } from "@onethread/core";
import { remembered } from "../../remembered-choice.ts";
import { useRememberedSetting } from "../own-settings/use-remembered-setting.ts";

/** How narrow and how wide a column can be made, in px at the usual font size. */
export const narrowest = 48;
export const widest = 960;

/** In px at the usual font size, by column. */
export type Widths = Partial<Record<WideColumn, number>>;

/** As wide as usual: at least so much, in rem, and a share of what is left. */
const usual: Record<WideColumn, [rem: number, share?: number]> = {
  customer: [9, 1.5],
  message: [10, 3],
  channels: [5.5],
  assignee: [7, 1],
  queue: [6, 1],
  labels: [6, 1],
  priority: [6],
  waiting: [6],
  status: [7.5],
  created: [6],
  activity: [6.5],
};
/** Of the box by which a row is chosen, between columns, and beside the row on both sides, in rem. */
const [box, gap, beside] = [1.25, 0.75, 2];

const shownOf = (chosen: readonly ListColumn[]): WideColumn[] => ["customer", ...chosen];

/** A box, whose it is, what was chosen: as CSS grid takes it. */
export function gridOf(chosen: readonly ListColumn[], widths: Widths, withBox: boolean): string {
  const columns = shownOf(chosen).map((column) => {
    const width = widths[column];
    const [rem, share] = usual[column];
    if (width !== undefined) return `${width / 16}rem`;
    return share ? `minmax(${rem}rem, ${share}fr)` : `${rem}rem`;
  });
  return [...(withBox ? [`${box}rem`] : []), ...columns].join(" ");
}

/** The room all of it takes at least, in rem. */
export function roomOf(chosen: readonly ListColumn[], widths: Widths, withBox: boolean): number {
  const columns = shownOf(chosen).map((column) => (widths[column] === undefined ? usual[column][0] : widths[column] / 16));
  const all = withBox ? [box, ...columns] : columns;
  return all.reduce((sum, width) => sum + width, beside + gap * (all.length - 1));
}

const columnsCopy = remembered<ListColumn[]>(
  "onethread.list-columns",
  (kept) => {
    const names: unknown = JSON.parse(kept);
    return Array.isArray(names) ? inOrder((column) => names.includes(column)) : undefined;
  },
  JSON.stringify,
  defaultAgentSettings.listColumns,
);
const widthsCopy = remembered<Widths>("onethread.list-column-widths", readWidths, JSON.stringify, defaultAgentSettings.listColumnWidths);

/** Which columns the signed-in agent has chosen, and how wide they made them. */
export const useColumns = (): readonly ListColumn[] => useRememberedSetting("listColumns", columnsCopy);
export const useWidths = (): Widths => useRememberedSetting("listColumnWidths", widthsCopy);

/** What is chosen once a column is shown, or hidden. */
export const withColumn = (chosen: readonly ListColumn[], column: ListColumn, on: boolean): ListColumn[] =>
  inOrder((one) => (one === column ? on : chosen.includes(one)));

/** The widths once a column has another one; null: its usual one. */
export function withWidth(widths: Widths, column: WideColumn, width: number | null): Widths {
  const { [column]: _, ...others } = widths;
  return width === null ? others : { ...others, [column]: Math.round(Math.min(widest, Math.max(narrowest, width))) };
}

const inOrder = (shown: (column: ListColumn) => boolean): ListColumn[] => listColumns.filter(shown);

function readWidths(kept: string): Widths | undefined {
  const widths: unknown = JSON.parse(kept);
  if (typeof widths !== "object" || widths === null) return undefined;
  return Object.fromEntries(Object.entries(widths).filter(([column, width]) => column in usual && typeof width === "number"));
}
