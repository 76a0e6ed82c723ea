"use client";
import type { ListColumn, WideColumn } from "@onethread/core";
import type { ConversationSort } from "@onethread/core/api";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useListing } from "../inbox/use-listing.ts";
import { narrow } from "../inbox/use-narrowed.ts";
import { ColumnEdge } from "./column-edge.tsx";
import type { Widths } from "./columns.ts";
import { inRem, tableHeadHeight } from "./layout.ts";
import { TablePart } from "./table-part.tsx";

type Order = Exclude<ConversationSort, "sla">;
/** Which orders a column's head goes through, one after the other. */
const orders: Partial<Record<ListColumn, readonly Order[]>> = { activity: ["newest", "oldest"], waiting: ["waiting"], priority: ["priority"] };

type Props = { columns: readonly ListColumn[]; withBox: boolean; widths: Widths; onPreview: (widths: Widths) => void };

/** What each column tells; some of them put the list in order, and each can be made wider or narrower at its edge. */
export function TableHead({ columns, withBox, widths, onPreview }: Props) {
  const t = useTranslations("list.table");
  const given = useListing().filter?.sort ?? "newest";
  const sort: Order = given === "sla" ? "waiting" : given;
  const head = (column: WideColumn, content: ReactNode, order?: "ascending" | "descending") => {
    const name = t(`column.${column}`);
    return (
      <TablePart key={column} as="columnheader" aria-label={name} aria-sort={order} className="relative flex min-w-0 items-center pe-3">
        {content}
        <ColumnEdge column={column} label={t("width", { column: name })} widths={widths} onPreview={onPreview} />
      </TablePart>
    );
  };
  return (
    <TablePart as="rowgroup" className="sticky top-0 z-10 border-line border-b bg-surface text-muted text-sm">
      <TablePart
        as="row"
        aria-rowindex={1}
        className="grid grid-cols-(--columns) items-stretch gap-3 px-4"
        style={{ height: inRem(tableHeadHeight) }}
      >
        {withBox && (
          <TablePart as="columnheader">
            <span className="sr-only">{t("chosen")}</span>
          </TablePart>
        )}
        {head("customer", <span className="truncate">{t("column.customer")}</span>)}
        {columns.map((column) => {
          const own = orders[column];
          const now = own?.includes(sort) ? sort : null;
          const next = own && (own[(own.indexOf(sort) + 1) % own.length] ?? own[0]);
          const Icon = sort === "oldest" ? ArrowUp : ArrowDown;
          if (!next) return head(column, <span className="truncate">{t(`column.${column}`)}</span>);
          return head(
            column,
            <button
              type="button"
              onClick={() => narrow({ sort: next })}
              className="-ms-1 flex h-7 min-w-0 items-center gap-1 rounded-control px-1 hover:bg-hover hover:text-fg"
            >
              <span className="truncate">{t(`column.${column}`)}</span>
              {now && <Icon aria-hidden className="size-3.5 shrink-0" />}
            </button>,
            now ? (now === "oldest" ? "ascending" : "descending") : undefined,
          );
        })}
      </TablePart>
    </TablePart>
  );
}
