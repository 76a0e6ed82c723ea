"use client";
import type { Merge } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getCustomer } from "../../api/customers.ts";
import { keys } from "../../api/keys.ts";
import { useNameOfCustomer } from "../../i18n/use-customer-name.ts";
import { Button } from "../../ui/button.tsx";
import { Evidence } from "./evidence.tsx";

type Props = { otherId: string; evidence: Merge["evidence"]; onCompare: (() => void) | null };

/** A pair that may be one person, with the reasons; a person decides. */
export function SuggestionCard({ otherId, evidence, onCompare }: Props) {
  const t = useTranslations("merge");
  const nameOf = useNameOfCustomer();
  const other = useQuery({ queryKey: keys.customer(otherId), queryFn: ({ signal }) => getCustomer(otherId, signal) });
  return (
    <div className="rounded-panel bg-info-bg px-3 py-2 text-info">
      <p className="font-medium">
        {t("possibly")} <bdi>{other.data ? nameOf(other.data) : t("noName")}</bdi>
      </p>
      <Evidence evidence={evidence} />
      {onCompare && (
        <Button size="small" className="mt-2 text-fg" onClick={onCompare}>
          {t("compare")}
        </Button>
      )}
    </div>
  );
}
