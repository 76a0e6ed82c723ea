"use client";
import { useQuery } from "@tanstack/react-query";
import { Tag } from "lucide-react";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { ListPage } from "../settings/list-page.tsx";
import { LabelDialog } from "./label-dialog.tsx";
import { LabelRow } from "./label-row.tsx";

/** Labels for cases. */
export function LabelsScreen() {
  const t = useTranslations("labels");
  const query = useQuery({ queryKey: keys.labels, queryFn: listLabels });
  return (
    <ListPage right="manage_labels" Icon={Tag} t={t} query={query} dialog={(label, close) => <LabelDialog label={label} onClose={close} />}>
      {(rows, edit) => (
        <ul className="divide-y divide-line rounded-panel border border-line">
          {rows.map((label) => (
            <LabelRow key={label.id} label={label} onEdit={() => edit(label)} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}
