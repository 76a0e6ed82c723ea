"use client";
import { LoaderCircle, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Input } from "../../ui/input.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { takeTyped } from "../keyboard/type-ahead.ts";
import { FilterMenus } from "./filter-menus.tsx";
import { focusSearch, searchBoxId } from "./focus-search.ts";
import { SearchResults } from "./search-results.tsx";
import { fewest, tabs, useSearch, useSearchLocation } from "./use-search.ts";

/** How long typing must rest before the server is asked. Milliseconds. */
const rest = 200;

/** Everything that was said, and everybody who said it. */
export function SearchScreen() {
  const t = useTranslations("search");
  const [{ q, in: kind }, setLocation] = useSearchLocation();
  const [text, setText] = useState(q);
  const results = useRef<HTMLDivElement>(null);
  useEffect(() => setText((now) => (now.trim() === q ? now : q)), [q]);
  useEffect(() => {
    if (text.trim() === q) return;
    const timer = setTimeout(() => void setLocation({ q: text.trim() || null }), rest);
    return () => clearTimeout(timer);
  }, [text, q, setLocation]);
  useEffect(() => {
    focusSearch();
    const typed = takeTyped();
    if (typed) setText((now) => now + typed);
  }, []);
  const found = useSearch(q, kind);

  const links = () => [...(results.current?.querySelectorAll<HTMLElement>("a[data-hit]") ?? [])];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const inBox = event.target instanceof HTMLInputElement;
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLElement);
    // Enter in the box means the first hit: what is on the screen for what stands in the box.
    if (event.key === "Enter" && inBox && text.trim() === q) all[0]?.click();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (!inBox && at === -1) return;
    event.preventDefault();
    if (event.key === "ArrowUp" && at <= 0) focusSearch();
    else all[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from the box through the hits
    <div data-own-arrows onKeyDown={onKeyDown} className="flex h-full flex-col overflow-y-auto bg-surface">
      <div className="mx-auto w-full max-w-[760px] px-4 pt-6 pb-12">
        <h1 className="mb-3 font-semibold text-page">{t("title")}</h1>
        <search className="relative">
          <Search aria-hidden className="pointer-events-none absolute start-3 top-2.5 size-5 text-subtle" />
          <Input
            id={searchBoxId}
            type="search"
            data-testid="search-box"
            aria-label={t("box")}
            placeholder={t("placeholder")}
            value={text}
            maxLength={200}
            dir="auto"
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
            className="h-10 ps-10 pe-16 text-body [&::-webkit-search-cancel-button]:hidden"
          />
          <span className="absolute end-2 top-2 flex items-center gap-1">
            {found.isFetching && <LoaderCircle aria-hidden className="size-4 animate-late text-subtle motion-safe:animate-spin" />}
            {text && (
              <button
                type="button"
                aria-label={t("clear")}
                onClick={() => {
                  setText("");
                  focusSearch();
                }}
                className="flex size-6 items-center justify-center rounded-control text-muted hover:text-fg"
              >
                <X aria-hidden className="size-4" />
              </button>
            )}
          </span>
        </search>
        <FilterMenus
          text={text}
          onChange={(next) => {
            setText(next.slice(0, 200));
            focusSearch();
          }}
        />
        <Tabs
          value={kind}
          onChange={(next) => void setLocation({ in: next })}
          label={t("kinds")}
          tabs={tabs.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <div ref={results}>
          <SearchResults q={q} kind={kind} found={found} tooShort={q.length < fewest} />
        </div>
      </div>
    </div>
  );
}
