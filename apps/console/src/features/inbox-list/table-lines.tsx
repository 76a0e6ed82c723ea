"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type CSSProperties, useMemo, useRef } from "react";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { listQueues } from "../../api/queues.ts";
import { useMay } from "../frame/me.tsx";
import { gridOf, roomOf, useColumns, useWidths, type Widths } from "./columns.ts";
import { GhostRow } from "./ghost-row.tsx";
import type { LinesProps } from "./list-lines.tsx";
import { TableHead } from "./table-head.tsx";
import { TablePart } from "./table-part.tsx";
import { TableRow } from "./table-row.tsx";

/** The same rows as a table, in the columns that were chosen. */
export function TableLines({ lines, items, total, size, height, head, rowOf }: LinesProps) {
  const t = useTranslations("list");
  const columns = useColumns();
  const withBox = useMay("work_cases");
  const widths = useWidths();
  const table = useRef<HTMLDivElement>(null);
  // Rows read it from the table, so that none is made anew while an edge is dragged.
  const sizes = (of: Widths) => ({ "--columns": gridOf(columns, of, withBox), "--room": `${roomOf(columns, of, withBox)}rem` });
  const preview = (of: Widths) => {
    for (const [name, value] of Object.entries(sizes(of))) table.current?.style.setProperty(name, value);
  };
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels, enabled: columns.includes("labels") }).data;
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues, enabled: columns.includes("queue") }).data;
  const named = useMemo(
    () => ({ labels: new Map(labels?.map((label) => [label.id, label])), queues: new Map(queues?.map((queue) => [queue.id, queue.name])) }),
    [labels, queues],
  );
  return (
    <TablePart
      ref={table}
      as="table"
      aria-label={t("title")}
      aria-rowcount={size === -1 ? -1 : size + 1}
      data-testid="list-table"
      className="min-w-(--room)"
      style={sizes(widths) as CSSProperties}
    >
      <TableHead columns={columns} withBox={withBox} widths={widths} onPreview={preview} />
      <TablePart as="rowgroup" className="relative" style={{ height: total }}>
        {items.map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <TablePart
              key={item.key}
              as="row"
              aria-rowindex={item.index + 2}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start - head}px)` }}
            >
              {line.kind === "ghost" ? (
                <TablePart as="cell" aria-colspan={columns.length + (withBox ? 2 : 1)}>
                  <GhostRow conversation={line.conversation} height={height} />
                </TablePart>
              ) : (
                <TableRow {...rowOf(line.conversation)} columns={columns} named={named} />
              )}
            </TablePart>
          );
        })}
      </TablePart>
    </TablePart>
  );
}
