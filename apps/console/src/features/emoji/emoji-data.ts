import type { SkinTone } from "@onethread/core";
import type { EmojiData } from "frimousse";
import { useSyncExternalStore } from "react";
import { externalStore } from "../../external-store.ts";

type EmojiDataEmoji = EmojiData["emojis"][number];
/** An emoji with its name and words to find it by, and the English shortcodes that people know from elsewhere. */
export type NamedEmoji = EmojiDataEmoji & { aliases: string[] };
type NamedEmojis = Omit<EmojiData, "emojis"> & { emojis: NamedEmoji[] };

/** The newest ones are empty boxes on older devices, the customer's among them. Version of Unicode's emoji, 2022. */
const newest = 15;
/** Parts of emoji (skins, hair), which are none by themselves. */
const parts = 2;

type Names = [typeof import("emojibase-data/en/data.json"), typeof import("emojibase-data/en/messages.json")];
/** Each is a file of this desk's own, loaded when it is first asked for. */
const names: Readonly<Record<string, () => Promise<Names>>> = {
  en: english,
  de: () => Promise.all([import("emojibase-data/de/data.json"), import("emojibase-data/de/messages.json")]),
  fr: () => Promise.all([import("emojibase-data/fr/data.json"), import("emojibase-data/fr/messages.json")]),
  es: () => Promise.all([import("emojibase-data/es/data.json"), import("emojibase-data/es/messages.json")]),
  "pt-BR": () => Promise.all([import("emojibase-data/pt/data.json"), import("emojibase-data/pt/messages.json")]),
  ar: arabic,
};

function english(): Promise<Names> {
  return Promise.all([import("emojibase-data/en/data.json"), import("emojibase-data/en/messages.json")]);
}

/** Made from Unicode's CLDR by scripts/emoji-names.ts: the library has no Arabic names. */
async function arabic(): Promise<Names> {
  const [[data, words], { default: own }] = await Promise.all([english(), import("./names.ar.json")]);
  const names: Record<string, string[]> = own.names;
  const [groups, tones]: Record<string, string>[] = [own.groups, own.skinTones];
  const called = <W extends { key: string; message: string }>(all: W[], by: Record<string, string> | undefined): W[] =>
    all.map((word) => ({ ...word, message: by?.[word.key] ?? word.message }));
  const inArabic = data.default.map((one) => {
    const [label, ...tags] = names[one.hexcode] ?? [];
    return label === undefined ? one : { ...one, label, tags };
  });
  const said = words.default;
  return [{ default: inArabic }, { default: { ...said, groups: called(said.groups, groups), skinTones: called(said.skinTones, tones) } }];
}

const loaded = externalStore<ReadonlyMap<string, NamedEmojis>>(new Map());
const loading = new Map<string, Promise<NamedEmojis>>();

/** Rejects when they cannot be loaded; the next call tries again. */
export function loadEmojis(locale: string): Promise<NamedEmojis> {
  const running = loading.get(locale) ?? read(locale);
  loading.set(locale, running);
  running.then(
    (data) => loaded.set(new Map([...loaded.get(), [locale, data]])),
    () => loading.delete(locale),
  );
  return running;
}

/** Null until somebody has asked for them. */
export const useEmojis = (locale: string): NamedEmojis | null =>
  useSyncExternalStore(
    loaded.subscribe,
    () => loaded.get().get(locale) ?? null,
    () => null,
  );

/** As it looks in a skin tone, where it shows people. */
export const inTone = (one: NamedEmoji, tone: SkinTone): NamedEmoji => (tone === "none" || !one.skins ? one : { ...one, emoji: one.skins[tone] });

async function read(locale: string): Promise<NamedEmojis> {
  const [[{ default: all }, { default: words }], { default: codes }] = await Promise.all([
    (names[locale] ?? english)(),
    import("emojibase-data/en/shortcodes/iamcal.json"),
  ]);
  const emojis = all.flatMap((one): NamedEmoji[] => {
    if (one.group === undefined || one.group === parts || one.version > newest) return [];
    const code = (codes as Record<string, string | string[]>)[one.hexcode] ?? [];
    const skins = Object.fromEntries((one.skins ?? []).flatMap(({ tone, emoji }) => (typeof tone === "number" ? [[tones[tone - 1], emoji]] : [])));
    return [
      {
        emoji: one.emoji,
        category: one.group,
        label: one.label,
        version: one.version,
        tags: one.tags ?? [],
        aliases: typeof code === "string" ? [code] : code,
        ...(one.skins ? { skins: skins as NonNullable<EmojiDataEmoji["skins"]> } : {}),
      },
    ];
  });
  const tone = (key: string) => words.skinTones.find((one) => one.key === key)?.message ?? key;
  return {
    locale: locale as EmojiData["locale"],
    emojis,
    categories: words.groups.filter(({ order }) => order !== parts).map(({ order, message }) => ({ index: order, label: message })),
    skinTones: {
      dark: tone("dark"),
      light: tone("light"),
      medium: tone("medium"),
      "medium-dark": tone("medium-dark"),
      "medium-light": tone("medium-light"),
    },
  };
}

const tones = ["light", "medium-light", "medium", "medium-dark", "dark"] as const;
