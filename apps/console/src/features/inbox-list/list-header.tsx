"use client";
import type { Channel } from "@onethread/core";
import { ChevronDown, ListFilter, LoaderCircle, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { Menu, MenuCheckItem, MenuGroup, MenuItem } from "../../ui/menu.tsx";
import { useInboxLocation } from "../inbox/use-inbox-location.ts";
import { viewIcons } from "../inbox/view-nav.tsx";
import { views } from "../inbox/views.ts";
import { NewMessageButton } from "../new-message/new-message-button.tsx";

const filterable: readonly Channel[] = ["whatsapp", "messenger", "instagram"];

type Props = { compactNav: boolean; searchRef: RefObject<HTMLInputElement | null>; busy: boolean };

/** View, search and channel filter above the list. */
export function ListHeader({ compactNav, searchRef, busy }: Props) {
  const t = useTranslations("list");
  const names = useTranslations("channels");
  const { filter, setQuery } = useInboxLocation();
  const channel = filter.channel ?? null;
  return (
    <header className="flex flex-col gap-2 border-line border-b px-3 pt-2 pb-2">
      <div className="flex h-8 items-center gap-1">
        <ViewTitle asMenu={compactNav} />
        {busy && <LoaderCircle aria-hidden className="size-3.5 animate-late text-subtle motion-safe:animate-spin" />}
        <span className="flex-1" />
        <NewMessageButton />
        <Menu
          align="end"
          trigger={
            <IconButton label={t("filter")} size="small" pressed={channel !== null}>
              {channel ? <ChannelIcon channel={channel} label={false} /> : <ListFilter aria-hidden className="size-4" />}
            </IconButton>
          }
        >
          <MenuGroup label={t("channel")}>
            {filterable.map((name) => (
              <MenuCheckItem key={name} checked={channel === name} onChange={(on) => void setQuery({ channel: on ? name : null })}>
                <span className="flex items-center gap-2">
                  <ChannelIcon channel={name} label={false} />
                  {names(name)}
                </span>
              </MenuCheckItem>
            ))}
          </MenuGroup>
        </Menu>
      </div>
      <SearchBox inputRef={searchRef} />
    </header>
  );
}

function ViewTitle({ asMenu }: { asMenu: boolean }) {
  const t = useTranslations("inbox");
  const { view, show } = useInboxLocation();
  if (!asMenu) return <h1 className="truncate font-semibold">{t(`view.${view}`)}</h1>;
  return (
    <Menu
      trigger={
        <button type="button" className="flex h-8 items-center gap-1 rounded-control px-1 font-semibold hover:bg-hover">
          <h1>{t(`view.${view}`)}</h1>
          <ChevronDown aria-hidden className="size-4 text-muted" />
        </button>
      }
    >
      {views.map((name) => {
        const Icon = viewIcons[name];
        return (
          <MenuItem key={name} icon={<Icon aria-hidden className="size-4" />} onSelect={() => show(name)}>
            {t(`view.${name}`)}
          </MenuItem>
        );
      })}
    </Menu>
  );
}

/** How long typing must rest before the server is asked. Milliseconds. */
const rest = 200;

function SearchBox({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }) {
  const t = useTranslations("list");
  const { filter, setQuery } = useInboxLocation();
  const current = filter.q ?? "";
  const [text, setText] = useState(current);
  useEffect(() => setText(current), [current]);
  useEffect(() => {
    if (text.trim() === current) return;
    const timer = setTimeout(() => void setQuery({ q: text.trim() || null }), rest);
    return () => clearTimeout(timer);
  }, [text, current, setQuery]);
  return (
    <search className="relative">
      <Search aria-hidden className="pointer-events-none absolute start-2.5 top-2 size-4 text-subtle" />
      <Input
        ref={inputRef}
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
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
