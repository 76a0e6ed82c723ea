"use client";
import type { Conversation } from "@onethread/core/api";
import type { VirtualItem } from "@tanstack/react-virtual";
import { ConversationRow } from "./conversation-row.tsx";
import { useDensity } from "./density.ts";
import { GhostRow } from "./ghost-row.tsx";
import type { Line } from "./ghosts.ts";
import type { RowProps } from "./row-props.ts";

export type LinesProps = {
  lines: readonly Line[];
  /** Those that are in the page, and the height of all in px. */
  items: readonly VirtualItem[];
  total: number;
  /** How many there are; -1: nobody knows yet. */
  size: number;
  /** Of one line in px. */
  height: number;
  /** What stands above the first one, in px. */
  head: number;
  rowOf: (conversation: Conversation) => RowProps;
};

/** Rows and traces under each other, in two lines each or in one. */
export function ListLines({ lines, items, total, size, height, rowOf }: LinesProps) {
  const density = useDensity();
  return (
    <ul className="relative" style={{ height: total }}>
      {items.map((item) => {
        const line = lines[item.index];
        if (!line) return null;
        return (
          <li
            key={item.key}
            aria-setsize={size}
            aria-posinset={item.index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {line.kind === "ghost" ? (
              <GhostRow conversation={line.conversation} height={height} />
            ) : (
              <ConversationRow {...rowOf(line.conversation)} compact={density === "compact"} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
