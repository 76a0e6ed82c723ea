"use client";
import { channels } from "@onethread/core";
import { ArrowDownUp, ChevronDown, ListFilter, LoaderCircle, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { atLeisure } from "../../put-off.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { Menu, MenuCheckItem, MenuGroup, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { useListing, useSavedViews } from "../inbox/use-listing.ts";
import { narrow, sorts, useNarrowed } from "../inbox/use-narrowed.ts";
import { showPlace, usePlace } from "../inbox/use-place.ts";
import { viewIcons } from "../inbox/view-nav.tsx";
import { type ListPlace, views } from "../inbox/views.ts";
import { NewMessageButton } from "../new-message/new-message-button.tsx";
import { openConditions } from "./conditions-host.tsx";
import { FilterChips } from "./filter-chips.tsx";

const LayoutMenu = atLeisure(() => import("./layout-menu.tsx").then((module) => module.LayoutMenu));

type Props = { compactNav: boolean; searchRef: RefObject<HTMLInputElement | null>; busy: boolean };

/** View, search, order and filters above the list. */
export function ListHeader({ compactNav, searchRef, busy }: Props) {
  const t = useTranslations("list");
  return (
    <header className="flex flex-col gap-2 border-line border-b px-3 pt-2 pb-2">
      <div className="flex h-8 items-center gap-1">
        <ViewTitle asMenu={compactNav} />
        {busy && <LoaderCircle aria-hidden className="size-3.5 shrink-0 animate-late text-subtle motion-safe:animate-spin" />}
        <span className="flex-1" />
        <NewMessageButton />
        <LayoutMenu />
        <SortMenu />
        <FilterMenu onConditions={openConditions} />
      </div>
      <SearchBox inputRef={searchRef} label={t("search")} />
      <FilterChips onEdit={openConditions} />
    </header>
  );
}

function SortMenu() {
  const t = useTranslations("list");
  const sort = useListing().filter?.sort ?? "newest";
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t("sortBy", { order: t(`sort.${sort === "sla" ? "waiting" : sort}`) })} size="small" pressed={sort !== "newest"}>
          <ArrowDownUp aria-hidden className="size-4" />
        </IconButton>
      }
    >
      {sorts.map((name) => (
        <MenuCheckItem key={name} checked={sort === name} onChange={() => narrow({ sort: name })}>
          {t(`sort.${name}`)}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}

function FilterMenu({ onConditions }: { onConditions: () => void }) {
  const t = useTranslations("list");
  const names = useTranslations("channels");
  const narrowed = useNarrowed();
  const { channel, filter } = narrowed;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t("filter")} size="small" pressed={channel !== null || filter !== null}>
          {channel ? <ChannelIcon channel={channel} label={false} /> : <ListFilter aria-hidden className="size-4" />}
        </IconButton>
      }
    >
      <MenuGroup label={t("channel")}>
        {channels.map((name) => (
          <MenuCheckItem key={name} checked={channel === name} onChange={(on) => narrow({ channel: on ? name : null })}>
            <span className="flex items-center gap-2">
              <ChannelIcon channel={name} label={false} />
              {names(name)}
            </span>
          </MenuCheckItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuItem onSelect={onConditions}>{t("conditions")}</MenuItem>
    </Menu>
  );
}

function ViewTitle({ asMenu }: { asMenu: boolean }) {
  const t = useTranslations("inbox");
  const place = usePlace();
  const { view, savedView } = useListing();
  const saved = useSavedViews();
  const title = view ? t(`view.${view}`) : (savedView?.name ?? t("savedView"));
  if (!asMenu)
    return (
      <h1 dir="auto" className="truncate font-semibold">
        {title}
      </h1>
    );
  return (
    <Menu
      trigger={
        <button type="button" className="flex h-8 min-w-0 items-center gap-1 rounded-control px-1 font-semibold hover:bg-hover">
          <h1 dir="auto" className="truncate">
            {title}
          </h1>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      {views.map((name) => {
        const Icon = viewIcons[name];
        return (
          <MenuItem key={name} icon={<Icon aria-hidden className="size-4" />} onSelect={() => showPlace(name)}>
            {t(`view.${name}`)}
          </MenuItem>
        );
      })}
      {saved.data && saved.data.length > 0 && (
        <MenuGroup label={t("savedViews")}>
          {saved.data.map(({ id, name }) => (
            <MenuItem key={id} disabled={id === place} onSelect={() => showPlace(id as ListPlace)}>
              <span dir="auto">{name}</span>
            </MenuItem>
          ))}
        </MenuGroup>
      )}
    </Menu>
  );
}

/** How long typing must rest before the server is asked. Milliseconds. */
const rest = 200;

function SearchBox({ inputRef, label }: { inputRef: RefObject<HTMLInputElement | null>; label: string }) {
  const t = useTranslations("list");
  const narrowed = useNarrowed();
  const current = narrowed.q;
  const [text, setText] = useState(current);
  useEffect(() => setText(current), [current]);
  useEffect(() => {
    if (text.trim() === current) return;
    const timer = setTimeout(() => narrow({ q: text.trim() || null }), rest);
    return () => clearTimeout(timer);
  }, [text, current]);
  return (
    <search className="relative">
      <Search aria-hidden className="pointer-events-none absolute start-2.5 top-2 size-4 text-subtle" />
      <Input
        ref={inputRef}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={200}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          setText("");
          event.currentTarget.blur();
        }}
        className="border-transparent bg-hover ps-8 pe-8 [&::-webkit-search-cancel-button]:hidden"
      />
      {text && (
        <button
          type="button"
          aria-label={t("clearSearch")}
          onClick={() => setText("")}
          className="absolute end-1 top-1 flex size-6 items-center justify-center rounded-control text-muted hover:text-fg"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </search>
  );
}
