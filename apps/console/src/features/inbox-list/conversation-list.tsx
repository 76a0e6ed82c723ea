"use client";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { putOff } from "../../put-off.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { BulkProgress } from "../bulk/bulk-progress.tsx";
import { clearSelection, keepSelected, useSelection } from "../bulk/selection.ts";
import { useMay } from "../frame/me.tsx";
import { useListing } from "../inbox/use-listing.ts";
import { showPlace } from "../inbox/use-place.ts";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { ListEmpty } from "./list-empty.tsx";
import { ListHeader } from "./list-header.tsx";
import { RowList } from "./row-list.tsx";
import { useConversationList } from "./use-conversation-list.ts";

const BulkBar = putOff(() => import("../bulk/bulk-bar.tsx").then((module) => module.BulkBar));

/** The list of a view with its search, in whichever of its states it is. */
export function ConversationList({ compactNav }: { compactNav: boolean }) {
  const t = useTranslations("list");
  const { filter, gone } = useListing();
  const list = useConversationList(filter);
  const search = useRef<HTMLInputElement>(null);
  const mayWork = useMay("work_cases");
  const listKey = JSON.stringify(filter);
  const selection = useSelection(listKey);
  const loaded = useMemo(() => list.rows.map((row) => row.id), [list.rows]);
  useShortcut("filter", () => search.current?.focus());
  useEffect(() => keepSelected(listKey, loaded), [listKey, loaded]);
  // Another list has nothing chosen: what nobody sees any more must not be changed by a key.
  useClearWhenLeft(listKey);

  const body = () => {
    if (gone) return <EmptyState title={t("viewGone")} action={<Button onClick={() => showPlace("all")}>{t("toAll")}</Button>} />;
    if (list.isPending) return <SkeletonRows rows={9} label={t("loading")} />;
    if (list.isError && list.rows.length === 0) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
    return (
      <RowList
        key={listKey}
        rows={list.rows}
        listKey={listKey}
        hasMore={list.hasNextPage}
        loadingMore={list.isFetchingNextPage}
        moreFailed={list.isFetchNextPageError && !list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        empty={<ListEmpty />}
      />
    );
  };

  return (
    <section aria-label={t("title")} data-region="list" className="flex h-full flex-col bg-surface">
      {filter && mayWork && selection.ids.size > 0 ? (
        <BulkBar listKey={listKey} filter={filter} loaded={loaded} hasMore={list.hasNextPage} />
      ) : (
        <ListHeader compactNav={compactNav} searchRef={search} busy={list.isFetching && !list.isPending} />
      )}
      <BulkProgress />
      <div className="min-h-0 flex-1">{body()}</div>
    </section>
  );
}

/** Which list is shown. */
let shownList: string | null = null;

/** Where panes are made anew because the window became wider or narrower, the same list is there again at once: it keeps what is chosen. */
function useClearWhenLeft(listKey: string): void {
  useEffect(() => {
    shownList = listKey;
    return () => {
      shownList = null;
      queueMicrotask(() => shownList !== listKey && clearSelection());
    };
  }, [listKey]);
}
