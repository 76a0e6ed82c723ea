"use client";
import type { SearchKind } from "@onethread/core/api";
import { Search, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { ConversationHitRow, CustomerHitRow, MessageHitRow } from "./hit-rows.tsx";
import type { useSearch } from "./use-search.ts";

type Props = { q: string; kind: SearchKind; found: ReturnType<typeof useSearch>; tooShort: boolean };

/** The hits, or why there are none. */
export function SearchResults({ q, kind, found, tooShort }: Props) {
  const t = useTranslations("search");
  if (tooShort) {
    return (
      <EmptyState icon={<Search aria-hidden className="size-8" strokeWidth={1.25} />} title={t("begin")}>
        {t("beginText")}
      </EmptyState>
    );
  }
  if (found.isPending) return <SkeletonRows rows={6} label={t("loading")} />;
  if (found.isError && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const pages = found.data?.pages ?? [];
  const instead = pages[0]?.instead ?? [];
  const rows = pages.flatMap((page) => [
    ...(page.customers?.data.map((hit) => <CustomerHitRow key={hit.id} hit={hit} />) ?? []),
    ...(page.conversations?.data.map((hit) => <ConversationHitRow key={hit.conversation.id} hit={hit} />) ?? []),
    ...(page.messages?.data.map((hit) => <MessageHitRow key={hit.id} hit={hit} />) ?? []),
  ]);
  return (
    <>
      <p role="status" className="sr-only">
        {found.isFetching ? "" : t("count", { count: rows.length, more: found.hasNextPage ? "yes" : "no" })}
      </p>
      {instead.length > 0 && rows.length > 0 && <p className="pt-3 text-muted">{t("instead", { words: instead.join(", ") })}</p>}
      {rows.length > 0 && (
        <ul aria-label={t(`kind.${kind}`)} className="divide-y divide-line">
          {rows}
        </ul>
      )}
      {rows.length === 0 && !found.hasNextPage && (
        <EmptyState icon={<SearchX aria-hidden className="size-8" strokeWidth={1.25} />} title={t("nothing", { text: q })}>
          {t("nothingText")}
        </EmptyState>
      )}
      {found.isFetchNextPageError && <ErrorState error={found.error} />}
      {found.hasNextPage && (
        <div className="flex flex-col items-center gap-2 pt-4">
          {rows.length === 0 && <p className="text-muted">{t("notYet")}</p>}
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {rows.length === 0 ? t("further") : t("more")}
          </Button>
        </div>
      )}
    </>
  );
}
