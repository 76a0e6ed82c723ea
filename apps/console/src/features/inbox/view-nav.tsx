"use client";
import { useQuery } from "@tanstack/react-query";
import { AlarmClock, AtSign, CircleCheck, Eye, Inbox, type LucideIcon, PencilLine, User, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { listQueues, listViewCounts } from "../../api/queues.ts";
import { useMe } from "../frame/me.tsx";
import { FirstSteps } from "../getting-started/first-steps.tsx";
import { SavedViewNav } from "../saved-views/saved-view-nav.tsx";
import { inboxPath } from "./inbox-path.ts";
import { NavLink } from "./nav-link.tsx";
import { useNarrowed } from "./use-narrowed.ts";
import { showPlace, usePlace } from "./use-place.ts";
import { ViewCount } from "./view-count.tsx";
import { type View, views } from "./views.ts";

export const viewIcons: Record<View, LucideIcon> = {
  mine: User,
  unassigned: Users,
  all: Inbox,
  snoozed: AlarmClock,
  drafts: PencilLine,
  mentions: AtSign,
  watching: Eye,
  done: CircleCheck,
};

/** Views and queues. */
export function ViewNav() {
  const t = useTranslations("inbox");
  const { workspace } = useMe();
  const place = usePlace();
  const narrowed = useNarrowed();
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues });
  const counts = useQuery({ queryKey: keys.viewCounts, queryFn: listViewCounts });
  return (
    <nav aria-label={t("views")} data-region="views" className="flex h-full flex-col gap-4 overflow-y-auto bg-app p-2">
      <p className="truncate px-2 pt-1.5 font-semibold">{workspace.name}</p>
      <ul className="flex flex-col gap-px">
        {views.map((name) => {
          const Icon = viewIcons[name];
          const size = counts.data?.find((one) => one.view === name);
          return (
            <li key={name} className="flex">
              <NavLink href={inboxPath(name)} current={place === name && !narrowed.queue} onOpen={() => showPlace(name)}>
                <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
                <span className="min-w-0 flex-1 truncate">{t(`view.${name}`)}</span>
                {size && <ViewCount count={size.count} more={size.more} />}
              </NavLink>
            </li>
          );
        })}
      </ul>
      {queues.data && queues.data.length > 0 && (
        <section>
          <h2 className="px-2 pb-1 text-sm text-subtle">{t("queues")}</h2>
          <ul className="flex flex-col gap-px">
            {queues.data.map((queue) => (
              <li key={queue.id} className="flex">
                <NavLink href={`/inbox/all?queue=${queue.id}`} current={narrowed.queue === queue.id} onOpen={() => showPlace("all", queue.id)}>
                  <span className="min-w-0 flex-1 truncate">{queue.name}</span>
                  <ViewCount count={Math.min(queue.open, 999)} more={queue.open > 999} />
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SavedViewNav />
      <FirstSteps />
    </nav>
  );
}
