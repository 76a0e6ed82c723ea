"use client";
import type { ListColumn } from "@onethread/core";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { useCustomerName } from "../../i18n/use-customer-name.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { cn } from "../../ui/class-names.ts";
import { inRem, tableRowHeight } from "./layout.ts";
import { RowCheckbox } from "./row-checkbox.tsx";
import type { RowProps } from "./row-props.ts";
import { RowTools } from "./row-tools.tsx";
import { type Named, TableCell } from "./table-cell.tsx";
import { TablePart } from "./table-part.tsx";
import { useRowClick } from "./use-row-click.ts";

type Props = RowProps & { columns: readonly ListColumn[]; named: Named };

/** One conversation in the table: its name is the link, and the whole row presses it. */
export const TableRow = memo(function TableRow({ columns, named, ...row }: Props) {
  const { conversation, href, open, tabStop, chosen, choosing, onFocus, onChoose } = row;
  const t = useTranslations("list");
  const now = useNow();
  const click = useRowClick(row);
  const [hovered, setHovered] = useState(false);
  const { customer, unread } = conversation;
  const name = useCustomerName()(customer, conversation.channels);
  return (
    <div
      role="presentation"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      className={cn(
        "relative grid grid-cols-(--columns) items-center gap-3 border-line/60 border-b px-4 hover:bg-hover",
        (open || chosen) && "bg-selected hover:bg-selected",
        "has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent has-[a:focus-visible]:outline-offset-[-2px]",
      )}
      style={{ height: inRem(tableRowHeight) }}
    >
      {chosen !== null && (
        <TablePart as="cell" className="relative z-[1] flex">
          <RowCheckbox className="-m-2 size-9" name={name} checked={chosen} onChoose={(event) => onChoose(conversation.id, event)} />
        </TablePart>
      )}
      <TablePart as="cell" className="flex min-w-0 items-center gap-2">
        <span aria-hidden className={cn("size-2 shrink-0 rounded-full", unread > 0 ? "bg-accent" : "bg-transparent")} />
        <Avatar name={customer.name} size="small" />
        <a
          href={href}
          data-testid="conversation-row"
          data-conversation-id={conversation.id}
          data-unread={unread > 0}
          data-region-start={tabStop || undefined}
          tabIndex={tabStop ? 0 : -1}
          onClick={click}
          onFocus={() => onFocus(conversation.id)}
          className={cn("min-w-0 truncate outline-none after:absolute after:inset-0", unread > 0 ? "font-semibold" : "font-medium")}
        >
          {unread > 0 && <span className="sr-only">{t("unread", { count: unread })}. </span>}
          <bdi>{name}</bdi>
        </a>
        {hovered && !choosing && <RowTools conversation={conversation} />}
      </TablePart>
      {columns.map((column) => (
        <TablePart key={column} as="cell" className={cn("min-w-0 truncate", unread > 0 && column === "message" ? "text-fg" : "text-muted")}>
          <TableCell column={column} conversation={conversation} named={named} now={now} />
        </TablePart>
      ))}
    </div>
  );
});
