"use client";
import { channels as allChannels, parseSearch, type SearchFilter } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { listAgents } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import { listLabels } from "../../api/labels.ts";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/class-names.ts";
import { Menu, MenuCheckItem } from "../../ui/menu.tsx";
import { setToken } from "./set-token.ts";

const spans = [7, 30, 90, 365] as const;
const day = 86_400_000;

type Props = { text: string; onChange: (text: string) => void };

/** Filters by hand: each writes what one could have typed. */
export function FilterMenus({ text, onChange }: Props) {
  const t = useTranslations("search");
  const channels = useTranslations("channels");
  const inbox = useTranslations("inbox.view");
  const query = parseSearch(text);
  const labels = useQuery({ queryKey: keys.labels, queryFn: listLabels }).data ?? [];
  const agents = useQuery({ queryKey: keys.agents, queryFn: listAgents }).data ?? [];
  const set = (filter: SearchFilter, value: string | null) => onChange(setToken(text, filter, value));
  const since = (days: number) => new Date(Date.now() - days * day).toISOString().slice(0, 10);
  const people = agents.map(({ name }) => ({ value: name, label: name }));
  const me = { value: "me", label: t("values.me") };
  return (
    <fieldset aria-label={t("filters")} className="flex flex-wrap gap-1.5 pt-2 pb-3">
      <Filter
        label={t("filter.from")}
        current={query.from[0]}
        options={[{ value: "customer", label: t("values.customer") }, { value: "agent", label: t("values.agent") }, me]}
        onChange={(value) => set("from", value)}
      />
      <Filter
        label={t("filter.channel")}
        current={query.channel[0]}
        options={allChannels.map((value) => ({ value, label: channels(value) }))}
        onChange={(value) => set("channel", value)}
      />
      <Filter
        label={t("filter.is")}
        current={query.is[0]}
        options={[
          { value: "open", label: t("values.open") },
          { value: "snoozed", label: inbox("snoozed") },
          { value: "done", label: inbox("done") },
        ]}
        onChange={(value) => set("is", value)}
      />
      <Filter
        label={t("filter.assignee")}
        current={query.assignee[0]}
        options={[me, { value: "none", label: inbox("unassigned") }, ...people]}
        onChange={(value) => set("assignee", value)}
      />
      {labels.length > 0 && (
        <Filter
          label={t("filter.label")}
          current={query.label[0]}
          options={labels.map(({ name }) => ({ value: name, label: name }))}
          onChange={(value) => set("label", value)}
        />
      )}
      <Filter
        label={t("filter.after")}
        current={query.after ?? undefined}
        options={spans.map((days) => ({ value: since(days), label: t("values.days", { count: days }) }))}
        onChange={(value) => set("after", value)}
      />
      <Button
        size="small"
        aria-pressed={query.hasAttachment}
        onClick={() => set("has", query.hasAttachment ? null : "attachment")}
        className={pressed(query.hasAttachment)}
      >
        <Paperclip aria-hidden className="size-3.5" />
        {t("filter.has")}
      </Button>
    </fieldset>
  );
}

const pressed = (on: boolean) => cn(on && "border-accent bg-selected text-accent-text");

type FilterProps = {
  label: string;
  current: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | null) => void;
};

function Filter({ label, current, options, onChange }: FilterProps) {
  const t = useTranslations("search");
  const chosen = options.find(({ value }) => value.toLowerCase() === current?.toLowerCase());
  return (
    <Menu
      trigger={
        <Button size="small" className={pressed(current !== undefined)}>
          <span dir="auto" className="max-w-40 truncate">
            {current === undefined ? label : t("chosen", { filter: label, value: chosen?.label ?? current })}
          </span>
          <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    >
      {options.map((option) => (
        <MenuCheckItem key={option.value} checked={option === chosen} onChange={(on) => onChange(on ? option.value : null)}>
          {option.label}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
