"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { countConversations } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import type { SavedView } from "../../api/saved-views.ts";
import { putOff } from "../../put-off.tsx";
import { cn } from "../../ui/class-names.ts";
import { useMay } from "../frame/me.tsx";
import { inboxPath } from "../inbox/inbox-path.ts";
import { NavLink } from "../inbox/nav-link.tsx";
import { useSavedViews } from "../inbox/use-listing.ts";
import { showPlace, usePlace } from "../inbox/use-place.ts";
import { ViewCount } from "../inbox/view-count.tsx";
import type { ListPlace } from "../inbox/views.ts";
import { type Move, moved } from "./moved.ts";
import { useMoveView } from "./use-move-view.ts";

const SavedViewMenu = putOff(() => import("./saved-view-menu.tsx").then((module) => module.SavedViewMenu));
const Reorder = putOff(() => import("./reorder.tsx").then((module) => module.Reorder));

/** Views that were kept: everybody's, then one's own. */
export function SavedViewNav() {
  const t = useTranslations("savedViews");
  const saved = useSavedViews();
  const mayShare = useMay("manage_shared_views");
  return (
    <>
      <Group title={t("shared")} views={saved.data?.filter((view) => !view.own) ?? []} movable={mayShare} />
      <Group title={t("own")} views={saved.data?.filter((view) => view.own) ?? []} movable />
    </>
  );
}

function Group({ title, views, movable }: { title: string; views: SavedView[]; movable: boolean }) {
  const list = useRef<HTMLUListElement>(null);
  const { move, said } = useMoveView(views);
  const ids = views.map(({ id }) => id);
  const [drag, setDrag] = useState<Move | null>(null);
  const order = drag ? moved(ids, drag) : ids;
  const shown = order.flatMap((id) => views.find((view) => view.id === id) ?? []);
  return (
    <section hidden={views.length === 0}>
      <h2 className="px-2 pb-1 text-sm text-subtle">{title}</h2>
      <ul ref={list} className="flex flex-col gap-px">
        {shown.map((view, index) => (
          <Entry
            key={view.id}
            view={view}
            movable={movable && views.length > 1}
            dragged={view.id === drag?.id}
            isFirst={index === 0}
            isLast={index === views.length - 1}
            onMove={(step) => move({ id: view.id, to: ids.indexOf(view.id) + step })}
          />
        ))}
      </ul>
      {movable && views.length > 1 && <Reorder list={list} ids={ids} onDrag={setDrag} onMove={move} />}
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  );
}

type EntryProps = {
  view: SavedView;
  movable: boolean;
  dragged: boolean;
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: 1 | -1) => void;
};

function Entry({ view, movable, dragged, isFirst, isLast, onMove }: EntryProps) {
  const place = usePlace();
  const id = view.id as ListPlace;
  const set = { filter: view.filter };
  // A count that can't be had (too slow, no connection) is left out: the list itself says why.
  const count = useQuery({ queryKey: keys.conversationCount(set), queryFn: ({ signal }) => countConversations(set, signal), retry: false });
  return (
    <li data-move={movable ? id : undefined} className={cn("group relative flex rounded-control", dragged && "z-10 bg-raised shadow-popup")}>
      <NavLink
        href={inboxPath(id)}
        current={place === id}
        keyShortcuts={movable ? "Alt+ArrowUp Alt+ArrowDown" : undefined}
        onOpen={() => showPlace(id)}
      >
        <span dir="auto" className="min-w-0 flex-1 truncate text-start">
          {view.name}
        </span>
        <span className="group-focus-within:invisible group-hover:invisible">
          {count.data && <ViewCount count={count.data.count} more={count.data.more} />}
        </span>
      </NavLink>
      <SavedViewMenu view={view} isFirst={isFirst} isLast={isLast} onMove={onMove} />
    </li>
  );
}
