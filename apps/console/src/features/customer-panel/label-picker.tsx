"use client";
import type { Conversation } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { Button } from "../../ui/button.tsx";
import { LabelChip } from "../../ui/label-chip.tsx";
import { SearchMenu } from "../../ui/search-menu.tsx";
import { useConversationActions } from "../conversation/use-conversation-actions.ts";
import { useMay } from "../frame/me.tsx";

/** The case's labels, switched on and off. */
export function LabelPicker({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("details");
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels });
  const { setLabels } = useConversationActions(conversation);
  const mayEdit = useMay("work_cases");
  const all = labels.data ?? [];
  const current = new Set(conversation.labels);
  const toggle = (id: string, on: boolean) => setLabels(on ? [...current, id] : [...current].filter((other) => other !== id));
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {all
        .filter((label) => current.has(label.id))
        .map((label) => (
          <LabelChip key={label.id} name={label.name} color={label.color} />
        ))}
      {mayEdit && all.length > 0 && (
        <SearchMenu
          trigger={
            <Button variant="quiet" size="small" className="h-6 px-1.5" aria-label={t("addLabel")}>
              <Plus aria-hidden className="size-3.5" />
              {t("addLabel")}
            </Button>
          }
          options={all.map((label) => ({ value: label.id, label: label.name, color: label.color }))}
          values={current}
          onChange={toggle}
          render={(label) => <LabelChip name={label.label} color={label.color} />}
          placeholder={t("findLabel")}
          nothing={t("noSuchLabel")}
        />
      )}
      {labels.isSuccess && all.length === 0 && <p className="text-muted">{t("noLabels")}</p>}
    </div>
  );
}
