"use client";
import { listColumns } from "@onethread/core";
import { Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuCheckItem, MenuGroup } from "../../ui/menu.tsx";
import { useChangeOwnSettings } from "../own-settings/use-own-settings.ts";
import { useColumns, withColumn } from "./columns.ts";
import { useLayout, useTableFits } from "./layout.ts";

/** The list as a table, and what it tells; where there is room for one. */
export function LayoutMenu() {
  const t = useTranslations("list.table");
  const fits = useTableFits();
  const asTable = useLayout() === "table";
  const chosen = useColumns();
  const change = useChangeOwnSettings();
  if (!fits) return null;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t("layout")} size="small" pressed={asTable}>
          <Table2 aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuCheckItem checked={asTable} onChange={(on) => change({ listLayout: on ? "table" : "list" })}>
        {t("asTable")}
      </MenuCheckItem>
      {asTable && (
        <MenuGroup label={t("columns")}>
          {listColumns.map((column) => (
            <MenuCheckItem key={column} checked={chosen.includes(column)} onChange={(on) => change({ listColumns: withColumn(chosen, column, on) })}>
              {t(`column.${column}`)}
            </MenuCheckItem>
          ))}
        </MenuGroup>
      )}
    </Menu>
  );
}
