"use client";
import { useQuery } from "@tanstack/react-query";
import { AlarmClock, CircleCheck, Inbox, type LucideIcon, User, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent, ReactNode } from "react";
import { keys } from "../../api/keys.ts";
import { listQueues, listViewCounts } from "../../api/queues.ts";
import { useMe } from "../frame/me.tsx";
import { inboxPath, useInboxLocation } from "./use-inbox-location.ts";
import { type View, views } from "./views.ts";

export const viewIcons: Record<View, LucideIcon> = { mine: User, unassigned: Users, all: Inbox, snoozed: AlarmClock, done: CircleCheck };

/** Views and queues. */
export function ViewNav() {
  const t = useTranslations("inbox");
  const { workspace } = useMe();
  const { view, filter, show } = useInboxLocation();
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues });
  const counts = useQuery({ queryKey: keys.viewCounts, queryFn: listViewCounts });
  return (
    <nav aria-label={t("views")} className="flex h-full flex-col gap-4 overflow-y-auto bg-app p-2">
      <p className="truncate px-2 pt-1.5 font-semibold">{workspace.name}</p>
      <ul className="flex flex-col gap-px">
        {views.map((name) => {
          const Icon = viewIcons[name];
          const size = counts.data?.find((one) => one.view === name);
          return (
            <li key={name}>
              <NavLink href={inboxPath(name)} current={view === name && !filter.queueId} onOpen={() => show(name)}>
                <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
                <span className="min-w-0 flex-1 truncate">{t(`view.${name}`)}</span>
                {size && <Count count={size.count} more={size.more} />}
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
              <li key={queue.id}>
                <NavLink href={`/inbox/all?queue=${queue.id}`} current={filter.queueId === queue.id} onOpen={() => show("all", queue.id)}>
                  <span className="min-w-0 flex-1 truncate">{queue.name}</span>
                  <Count count={Math.min(queue.open, 999)} more={queue.open > 999} />
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </nav>
  );
}

/** How many wait there. Nothing waiting is nothing to say. */
function Count({ count, more }: { count: number; more: boolean }) {
  const t = useTranslations("inbox");
  if (count <= 0) return null;
  return (
    <span className="tabular text-muted text-sm" data-testid="view-count">
      {more ? (
        <>
          <span aria-hidden>{count}+</span>
          <span className="sr-only">{t("atLeast", { count })}</span>
        </>
      ) : (
        count
      )}
    </span>
  );
}

type NavLinkProps = { href: string; current: boolean; onOpen: () => void; children: ReactNode };

function NavLink({ href, current, onOpen, children }: NavLinkProps) {
  const click = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a
      href={href}
      onClick={click}
      aria-current={current ? "page" : undefined}
      className="flex h-8 items-center gap-2 rounded-control px-2 text-muted hover:bg-hover hover:text-fg aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-fg"
    >
      {children}
    </a>
  );
}
