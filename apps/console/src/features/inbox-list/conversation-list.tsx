"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { useInboxLocation } from "../inbox/use-inbox-location.ts";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { ListEmpty } from "./list-empty.tsx";
import { ListHeader } from "./list-header.tsx";
import { RowList } from "./row-list.tsx";
import { useConversationList } from "./use-conversation-list.ts";

/** The list of a view with its search, in whichever of its states it is. */
export function ConversationList({ compactNav }: { compactNav: boolean }) {
  const t = useTranslations("list");
  const { filter } = useInboxLocation();
  const list = useConversationList(filter);
  const search = useRef<HTMLInputElement>(null);
  useShortcut("search", () => search.current?.focus());

  const body = () => {
    if (list.isPending) return <SkeletonRows rows={9} label={t("loading")} />;
    if (list.isError && list.rows.length === 0) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
    if (list.rows.length === 0) return <ListEmpty />;
    return (
      <RowList
        rows={list.rows}
        listKey={JSON.stringify(filter)}
        hasMore={list.hasNextPage}
        loadingMore={list.isFetchingNextPage}
        moreFailed={list.isFetchNextPageError && !list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    );
  };

  return (
    <section aria-label={t("title")} className="flex h-full flex-col bg-surface">
      <ListHeader compactNav={compactNav} searchRef={search} busy={list.isFetching && !list.isPending} />
      <div className="min-h-0 flex-1">{body()}</div>
    </section>
  );
}
