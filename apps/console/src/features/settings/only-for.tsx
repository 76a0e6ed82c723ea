"use client";
import { type Right, rights } from "@onethread/core";
import { ShieldOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useMay } from "../frame/me.tsx";

/** Shows its children to those who may, and says to the others who can. */
export function OnlyFor({ right, children }: { right: Right; children: ReactNode }) {
  const t = useTranslations("settings");
  const may = useMay(right);
  if (may) return children;
  return (
    <EmptyState icon={<ShieldOff aria-hidden className="size-8" strokeWidth={1.25} />} title={t("forbidden", { role: rights[right].role })}>
      {t("forbiddenText")}
    </EmptyState>
  );
}
