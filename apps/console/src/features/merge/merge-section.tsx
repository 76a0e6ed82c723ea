"use client";
import type { Customer } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { Merge } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { listMergeSuggestions, listMerges } from "../../api/customers.ts";
import { keys } from "../../api/keys.ts";
import { Button } from "../../ui/button.tsx";
import { PanelSection } from "../customer-panel/panel-section.tsx";
import { useMay } from "../frame/me.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { MergeEntry } from "./merge-entry.tsx";
import { SuggestionCard } from "./suggestion-card.tsx";

/** Possibly the same person; merging; and what was merged, with Undo. */
export function MergeSection({ customer }: { customer: Customer }) {
  const t = useTranslations("merge");
  const mayMerge = useMay("merge_customers");
  const [other, setOther] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const merges = useQuery({ queryKey: keys.merges(customer.id), queryFn: () => listMerges(customer.id) });
  const suggestions = useQuery({ queryKey: keys.mergeSuggestions, queryFn: listMergeSuggestions });
  const mine = (suggestions.data ?? []).filter((entry) => entry.customerId === customer.id || entry.otherId === customer.id);
  const start = (id: string | null) => {
    setOther(id);
    setOpen(true);
  };
  return (
    <PanelSection
      title={t("title")}
      action={
        mayMerge && (
          <Button variant="quiet" size="small" className="h-6 px-1.5" onClick={() => start(null)}>
            <Merge aria-hidden className="size-3.5" />
            {t("mergeWith")}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-2">
        {mine.map((entry) => {
          const otherId = entry.customerId === customer.id ? entry.otherId : entry.customerId;
          return <SuggestionCard key={otherId} otherId={otherId} evidence={entry.evidence} onCompare={mayMerge ? () => start(otherId) : null} />;
        })}
        {merges.data?.map((merge) => (
          <MergeEntry key={merge.id} merge={merge} />
        ))}
        {mine.length === 0 && merges.data?.length === 0 && <p className="text-muted">{t("none")}</p>}
      </div>
      {open && <MergeDialog customer={customer} otherId={other} onClose={() => setOpen(false)} />}
    </PanelSection>
  );
}
