"use client";
import { useQuery } from "@tanstack/react-query";
import { Check, Flag, Layers, RotateCcw, Tag, UserRound, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { listAgents } from "../../api/agents.ts";
import type { ManyChange } from "../../api/bulk-changes.ts";
import { type ConversationFilter, countConversations } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { listQueues } from "../../api/queues.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { LabelChip } from "../../ui/label-chip.tsx";
import { Menu, MenuGroup, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { SnoozeMenu } from "../conversation/snooze-menu.tsx";
import { useMe } from "../frame/me.tsx";
import { useHint } from "../keyboard/keymap-context.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { clearSelection, selectAll, useSelection } from "./selection.ts";
import { useBulkChange } from "./use-bulk-change.ts";

type Props = { listKey: string; filter: ConversationFilter; loaded: readonly string[]; hasMore: boolean };

/** What is done to the chosen conversations, or to all that match. Stands where the list's header stands. */
export function BulkBar({ listKey, filter, loaded, hasMore }: Props) {
  const t = useTranslations("bulk");
  const hint = useHint();
  const { ids, all } = useSelection(listKey);
  const { sort: _, ...set } = filter;
  const count = useQuery({
    queryKey: keys.conversationCount(set),
    queryFn: ({ signal }) => countConversations(set, signal),
    retry: false,
  });
  const matching = count.data ? (count.data.more ? `${count.data.count}+` : String(count.data.count)) : String(loaded.length);
  const { busy, run } = useBulkChange();
  const change = (wish: ManyChange, label: string) => void run(all ? { matching: set } : { ids: [...ids] }, wish, label);
  return (
    <header className="flex flex-col gap-1 border-line border-b bg-selected px-3 pt-2 pb-2" data-testid="bulk-bar">
      <div className="flex h-8 items-center gap-2">
        <IconButton label={t("clear")} shortcut={hint("leave")} size="small" onClick={clearSelection}>
          <X aria-hidden className="size-4" />
        </IconButton>
        <p role="status" className="min-w-0 flex-1 truncate font-medium">
          {all ? t("allSelected", { count: matching }) : t("selected", { count: ids.size })}
        </p>
        {!all && (ids.size < loaded.length || hasMore) && (
          <Button variant="quiet" size="small" onClick={() => selectAll(listKey, loaded)} className="text-accent-text">
            {t("selectAll", { count: matching })}
          </Button>
        )}
      </div>
      <Tools busy={busy} onChange={change} />
    </header>
  );
}

const priorities = ["urgent", "high", "normal", "low"] as const;

function Tools({ busy, onChange }: { busy: boolean; onChange: (wish: ManyChange, label: string) => void }) {
  const t = useTranslations("bulk");
  const hint = useHint();
  const words = useTranslations("conditions.values");
  const dates = useDates();
  const me = useMe().agent;
  const agents = useQuery({ queryKey: keys.agents, queryFn: listAgents });
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels });
  const queues = useQuery({ queryKey: keys.queues, queryFn: listQueues });
  const [snoozing, setSnoozing] = useState(false);
  const done = () => onChange({ status: "done" }, t("doneLabel"));
  const assign = (who: { id: string; name: string } | null) =>
    onChange({ assigneeId: who?.id ?? null }, who ? t("assignLabel", { name: who.name }) : t("unassignLabel"));
  useShortcut("done", done, !busy);
  useShortcut("snooze", () => setSnoozing(true), !busy);
  useShortcut("assignToMe", () => me && assign(me), !busy && me !== null);
  const snooze = (until: Date | null) =>
    onChange(
      { status: "snoozed", snoozedUntil: until?.toISOString() ?? null },
      until ? t("snoozeLabel", { date: dates.appointment(until.toISOString()) }) : t("snoozeReplyLabel"),
    );
  const others = (agents.data ?? []).filter((agent) => agent.id !== me?.id);
  return (
    <div role="toolbar" aria-label={t("actions")} className="flex items-center gap-1">
      <IconButton label={t("done")} shortcut={hint("done")} disabled={busy} onClick={done}>
        <Check aria-hidden className="size-4" />
      </IconButton>
      <SnoozeMenu open={snoozing} onOpenChange={setSnoozing} onSnooze={snooze} button={{ disabled: busy }} />
      <Menu
        trigger={
          <IconButton label={t("assign")} disabled={busy}>
            <UserRound aria-hidden className="size-4" />
          </IconButton>
        }
      >
        {me && (
          <MenuItem icon={<Avatar name={me.name} size="small" />} shortcut={hint("assignToMe")} onSelect={() => assign(me)}>
            {t("toMe")}
          </MenuItem>
        )}
        {others.map((agent) => (
          <MenuItem key={agent.id} icon={<Avatar name={agent.name} size="small" />} onSelect={() => assign(agent)}>
            {agent.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => assign(null)}>{t("unassign")}</MenuItem>
      </Menu>
      <Menu
        trigger={
          <IconButton label={t("label")} disabled={busy || !labels.data?.length}>
            <Tag aria-hidden className="size-4" />
          </IconButton>
        }
      >
        {(["addLabels", "removeLabels"] as const).map((way) => (
          <MenuGroup key={way} label={t(way)}>
            {(labels.data ?? []).map((label) => (
              <MenuItem key={label.id} onSelect={() => onChange({ [way]: [label.id] }, t(`${way}Label`, { name: label.name }))}>
                <LabelChip name={label.name} color={label.color} />
              </MenuItem>
            ))}
          </MenuGroup>
        ))}
      </Menu>
      <Menu
        trigger={
          <IconButton label={t("queue")} disabled={busy || !queues.data?.length}>
            <Layers aria-hidden className="size-4" />
          </IconButton>
        }
      >
        {(queues.data ?? []).map((queue) => (
          <MenuItem key={queue.id} onSelect={() => onChange({ queueId: queue.id }, t("queueLabel", { name: queue.name }))}>
            {queue.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => onChange({ queueId: null }, t("noQueueLabel"))}>{t("noQueue")}</MenuItem>
      </Menu>
      <Menu
        trigger={
          <IconButton label={t("priority")} disabled={busy}>
            <Flag aria-hidden className="size-4" />
          </IconButton>
        }
      >
        {priorities.map((priority) => (
          <MenuItem key={priority} onSelect={() => onChange({ priority }, t("priorityLabel", { priority: words(`priority.${priority}`) }))}>
            {words(`priority.${priority}`)}
          </MenuItem>
        ))}
      </Menu>
      <IconButton label={t("reopen")} disabled={busy} onClick={() => onChange({ status: "open" }, t("reopenLabel"))}>
        <RotateCcw aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
