"use client";
import type { ConversationSort } from "@onethread/core/api";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useListing } from "../inbox/use-listing.ts";
import { narrow } from "../inbox/use-narrowed.ts";
import type { Column } from "./columns.ts";
import { inRem, tableHeadHeight } from "./layout.ts";
import { TablePart } from "./table-part.tsx";

type Order = Exclude<ConversationSort, "sla">;
/** Which orders a column's head goes through, one after the other. */
const orders: Partial<Record<Column, readonly Order[]>> = { activity: ["newest", "oldest"], waiting: ["waiting"], priority: ["priority"] };

type Props = { columns: readonly Column[]; grid: string; withBox: boolean };

/** What each column tells; some of them put the list in order. */
export function TableHead({ columns, grid, withBox }: Props) {
  const t = useTranslations("list.table");
  const given = useListing().filter?.sort ?? "newest";
  const sort: Order = given === "sla" ? "waiting" : given;
  const cell = "flex min-w-0 items-center truncate";
  return (
    <TablePart as="rowgroup" className="sticky top-0 z-10 border-line border-b bg-surface text-muted text-sm">
      <TablePart
        as="row"
        aria-rowindex={1}
        className="grid items-stretch gap-3 px-4"
        style={{ gridTemplateColumns: grid, height: inRem(tableHeadHeight) }}
      >
        {withBox && (
          <TablePart as="columnheader" className={cell}>
            <span className="sr-only">{t("chosen")}</span>
          </TablePart>
        )}
        <TablePart as="columnheader" className={cell}>
          {t("column.customer")}
        </TablePart>
        {columns.map((column) => {
          const own = orders[column];
          const now = own?.includes(sort) ? sort : null;
          const next = own && (own[(own.indexOf(sort) + 1) % own.length] ?? own[0]);
          const Icon = sort === "oldest" ? ArrowUp : ArrowDown;
          return (
            <TablePart key={column} as="columnheader" aria-sort={now ? (now === "oldest" ? "ascending" : "descending") : undefined} className={cell}>
              {next ? (
                <button
                  type="button"
                  onClick={() => narrow({ sort: next })}
                  className="-mx-1 flex h-7 min-w-0 items-center gap-1 rounded-control px-1 hover:bg-hover hover:text-fg"
                >
                  <span className="truncate">{t(`column.${column}`)}</span>
                  {now && <Icon aria-hidden className="size-3.5 shrink-0" />}
                </button>
              ) : (
                <span className="truncate">{t(`column.${column}`)}</span>
              )}
            </TablePart>
          );
        })}
      </TablePart>
    </TablePart>
  );
}
