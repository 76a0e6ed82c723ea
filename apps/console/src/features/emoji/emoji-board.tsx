"use client";
import { EmojiPicker, type EmojiPickerListComponents } from "frimousse";
import { useLocale, useTranslations } from "next-intl";
import { type AriaAttributes, useState } from "react";
import { cn } from "../../ui/class-names.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { controlClass } from "../../ui/input.tsx";
import { useChangeOwnSettings, useOwnSettings } from "../own-settings/use-own-settings.ts";
import { loadEmojis } from "./emoji-data.ts";
import { useRecentEmoji } from "./recent-emoji.ts";

/** Emoji in a row. */
const columns = 9;

/** Every emoji by category, with a search in the agent's language and those used lately. Arrow keys walk, Enter picks. */
export function EmojiBoard({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useTranslations("emoji");
  const locale = useLocale();
  const { skinTone } = useOwnSettings();
  const { recent, note } = useRecentEmoji();
  const [search, setSearch] = useState("");
  const [failed, setFailed] = useState<Error | null>(null);
  const pick = (emoji: string) => {
    note(emoji);
    onPick(emoji);
  };
  if (failed) return <ErrorState error={failed} onRetry={() => setFailed(null)} />;
  return (
    <EmojiPicker.Root
      locale={locale}
      columns={columns}
      skinTone={skinTone}
      resolveEmojiData={(wanted) =>
        loadEmojis(wanted).catch((error: Error) => {
          setFailed(error);
          throw error;
        })
      }
      onEmojiSelect={({ emoji }) => pick(emoji)}
      className="flex flex-col gap-2"
    >
      <EmojiPicker.Search
        autoFocus
        aria-label={t("search")}
        placeholder={t("search")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className={cn(controlClass, "h-8")}
      />
      {search === "" && recent.length > 0 && (
        <section aria-label={t("recent")}>
          <p className="mb-0.5 font-medium text-muted text-sm">{t("recent")}</p>
          <div className="grid grid-cols-9">
            {recent.map((emoji) => (
              <button key={emoji} type="button" onClick={() => pick(emoji)} className={buttonClass}>
                {emoji}
              </button>
            ))}
          </div>
        </section>
      )}
      <EmojiPicker.Viewport className="h-60 outline-none">
        <EmojiPicker.Loading className="block py-8 text-center text-muted">{t("loading")}</EmojiPicker.Loading>
        <EmojiPicker.Empty className="block py-8 text-center text-muted">{t("none")}</EmojiPicker.Empty>
        <EmojiPicker.List aria-label={t("title")} components={components} />
      </EmojiPicker.Viewport>
      <div className="flex min-h-7 items-center gap-2 border-line border-t pt-2">
        <EmojiPicker.ActiveEmoji>
          {({ emoji }) => (
            <span aria-hidden className="flex min-w-0 flex-1 items-center gap-1.5 text-muted">
              {emoji && <span className="text-title">{emoji.emoji}</span>}
              <span dir="auto" className="truncate">
                {emoji?.label}
              </span>
            </span>
          )}
        </EmojiPicker.ActiveEmoji>
        <SkinToneButton />
      </div>
    </EmojiPicker.Root>
  );
}

/** Goes from one skin tone to the next; it stays the one that was chosen, here and wherever one signs in. */
function SkinToneButton() {
  const t = useTranslations("emoji");
  const change = useChangeOwnSettings();
  return (
    <EmojiPicker.SkinTone>
      {({ skinTone: now, skinToneVariations }) => {
        const at = skinToneVariations.findIndex(({ skinTone }) => skinTone === now);
        const next = skinToneVariations[(at + 1) % skinToneVariations.length];
        return (
          <button
            type="button"
            aria-label={t("skinTone")}
            title={t("skinTone")}
            onClick={() => next && change({ skinTone: next.skinTone })}
            className={cn(buttonClass, "w-8 flex-none")}
          >
            {skinToneVariations[at]?.emoji}
          </button>
        );
      }}
    </EmojiPicker.SkinTone>
  );
}

const buttonClass =
  "flex h-8 min-w-0 flex-1 items-center justify-center rounded-control text-title hover:bg-hover data-active:bg-selected data-active:outline-2 data-active:outline-accent data-active:-outline-offset-2";

const components: Partial<EmojiPickerListComponents> = {
  CategoryHeader: ({ category, ...rest }) => (
    <div {...rest} className="bg-raised py-1 font-medium text-muted text-sm first-letter:uppercase">
      {category.label}
    </div>
  ),
  Row: ({ children, ...rest }) => <div {...fromOne(rest)}>{children}</div>,
  Emoji: ({ emoji, ...rest }) => (
    <button type="button" {...fromOne(rest)} className={buttonClass}>
      {emoji.emoji}
    </button>
  ),
};

/** The library counts rows and columns from zero; readers of screens count from one. */
function fromOne<Props extends AriaAttributes>(props: Props): Props {
  const { "aria-rowindex": row, "aria-colindex": column } = props;
  return {
    ...props,
    ...(row === undefined ? {} : { "aria-rowindex": row + 1 }),
    ...(column === undefined ? {} : { "aria-colindex": column + 1 }),
  };
}
