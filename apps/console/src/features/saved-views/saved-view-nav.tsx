"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { countConversations } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import type { SavedView } from "../../api/saved-views.ts";
import { inboxPath } from "../inbox/inbox-path.ts";
import { NavLink } from "../inbox/nav-link.tsx";
import { useSavedViews } from "../inbox/use-listing.ts";
import { showPlace, usePlace } from "../inbox/use-place.ts";
import { ViewCount } from "../inbox/view-count.tsx";
import type { ListPlace } from "../inbox/views.ts";
import { SavedViewMenu } from "./saved-view-menu.tsx";

/** Views that were kept: everybody's, then one's own. */
export function SavedViewNav() {
  const t = useTranslations("savedViews");
  const saved = useSavedViews();
  const groups = [
    { title: t("shared"), views: saved.data?.filter((view) => !view.own) ?? [] },
    { title: t("own"), views: saved.data?.filter((view) => view.own) ?? [] },
  ];
  return groups
    .filter(({ views }) => views.length > 0)
    .map(({ title, views }) => (
      <section key={title}>
        <h2 className="px-2 pb-1 text-sm text-subtle">{title}</h2>
        <ul className="flex flex-col gap-px">
          {views.map((view, index) => (
            <Entry key={view.id} view={view} isFirst={index === 0} isLast={index === views.length - 1} />
          ))}
        </ul>
      </section>
    ));
}

function Entry({ view, isFirst, isLast }: { view: SavedView; isFirst: boolean; isLast: boolean }) {
  const place = usePlace();
  const id = view.id as ListPlace;
  const set = { filter: view.filter };
  // A count that can't be had (too slow, no connection) is left out: the list itself says why.
  const count = useQuery({ queryKey: keys.conversationCount(set), queryFn: ({ signal }) => countConversations(set, signal), retry: false });
  return (
    <li className="group relative flex">
      <NavLink href={inboxPath(id)} current={place === id} onOpen={() => showPlace(id)}>
        <span dir="auto" className="min-w-0 flex-1 truncate text-start">
          {view.name}
        </span>
        <span className="group-focus-within:invisible group-hover:invisible">
          {count.data && <ViewCount count={count.data.count} more={count.data.more} />}
        </span>
      </NavLink>
      <SavedViewMenu view={view} isFirst={isFirst} isLast={isLast} />
    </li>
  );
}
