"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";

type Props<T> = { query: UseQueryResult<T[]>; empty: ReactNode; children: (rows: T[]) => ReactNode };

/** The states of a list that is fetched in one piece: loading, failed, empty, there. */
export function QueryBody<T>({ query, empty, children }: Props<T>) {
  const t = useTranslations("ui");
  if (query.isPending) return <SkeletonRows rows={3} label={t("loading")} />;
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.data.length === 0) return empty;
  return children(query.data);
}
