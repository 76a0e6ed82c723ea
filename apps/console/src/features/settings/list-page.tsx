"use client";
import type { Right } from "@onethread/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { type LucideIcon, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { OnlyFor } from "./only-for.tsx";
import { QueryBody } from "./query-body.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { useListKeys } from "./use-list-keys.ts";

type Props<T> = {
  right: Right;
  Icon: LucideIcon;
  t: (key: "title" | "text" | "create" | "emptyTitle" | "emptyText") => string;
  query: UseQueryResult<T[]>;
  /** Beside the button that makes a new one. */
  actions?: ReactNode;
  /** The dialog for one of them, or for a new one: null. */
  dialog: (item: T | null, close: () => void) => ReactNode;
  children: (rows: T[], edit: (item: T) => void) => ReactNode;
};

/** A settings page that lists things which are made and changed in a dialog. */
export function ListPage<T>({ right, Icon, t, query, actions, dialog, children }: Props<T>) {
  const [editing, setEditing] = useState<{ item: T | null } | null>(null);
  const create = () => setEditing({ item: null });
  useListKeys({ create });
  return (
    <OnlyFor right={right}>
      <SettingsPage
        title={t("title")}
        text={t("text")}
        action={
          <>
            {actions}
            <Button variant="primary" aria-keyshortcuts="n" onClick={create}>
              <Plus aria-hidden className="size-4" />
              {t("create")}
            </Button>
          </>
        }
      >
        <QueryBody
          query={query}
          empty={
            <EmptyState icon={<Icon aria-hidden className="size-8" strokeWidth={1.25} />} title={t("emptyTitle")}>
              {t("emptyText")}
            </EmptyState>
          }
        >
          {(rows) => children(rows, (item) => setEditing({ item }))}
        </QueryBody>
        {editing && dialog(editing.item, () => setEditing(null))}
      </SettingsPage>
    </OnlyFor>
  );
}
