"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus, Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { keys } from "../../api/keys.ts";
import { type Label, listLabels } from "../../api/labels.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { OnlyFor } from "../settings/only-for.tsx";
import { QueryBody } from "../settings/query-body.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { LabelDialog } from "./label-dialog.tsx";
import { LabelRow } from "./label-row.tsx";

/** Labels for cases. */
export function LabelsScreen() {
  const t = useTranslations("labels");
  const [editing, setEditing] = useState<Label | "new" | null>(null);
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels });
  return (
    <OnlyFor right="manage_labels">
      <SettingsPage
        title={t("title")}
        text={t("text")}
        action={
          <Button variant="primary" onClick={() => setEditing("new")}>
            <Plus aria-hidden className="size-4" />
            {t("create")}
          </Button>
        }
      >
        <QueryBody
          query={labels}
          empty={
            <EmptyState icon={<Tag aria-hidden className="size-8" strokeWidth={1.25} />} title={t("emptyTitle")}>
              {t("emptyText")}
            </EmptyState>
          }
        >
          {(rows) => (
            <ul className="divide-y divide-line rounded-panel border border-line">
              {rows.map((label) => (
                <LabelRow key={label.id} label={label} onEdit={() => setEditing(label)} />
              ))}
            </ul>
          )}
        </QueryBody>
        {editing && <LabelDialog label={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
      </SettingsPage>
    </OnlyFor>
  );
}
