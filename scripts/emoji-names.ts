import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Arabic names of emoji, which emojibase has none of, from Unicode's CLDR (licence: Unicode-3.0). Its packages are too large
 * to be installed for this alone, so they are fetched by hand when there are new emoji:
 *
 *     npm pack cldr-annotations-full@48.2.0 cldr-annotations-derived-full@48.2.0     (2026-11-29), unpacked each in a folder
 *     node --import tsx scripts/emoji-names.ts <folder>/annotations/ar <folder>/annotationsDerived/ar
 */
type Named = { default?: string[]; tts?: string[] };
type File = Partial<Record<"annotations" | "annotationsDerived", { annotations: Record<string, Named> }>>;

const root = path.join(import.meta.dirname, "..");
const consoleRequire = createRequire(path.join(root, "apps/console/package.json"));
const all = consoleRequire("emojibase-data/en/data.json") as { hexcode: string; emoji: string; group?: number }[];

const named = new Map(
  process.argv.slice(2).flatMap((folder) => {
    const file = JSON.parse(readFileSync(path.join(folder, "annotations.json"), "utf8")) as File;
    return Object.entries((file.annotations ?? file.annotationsDerived)?.annotations ?? {});
  }),
);
/** CLDR leaves out what says that a sign is to be shown in colours. */
const nameOf = (emoji: string): Named | undefined => named.get(emoji) ?? named.get(emoji.replaceAll("\ufe0f", ""));

// By hexcode: the name, then words it is found by.
const names = Object.fromEntries(
  all.flatMap(({ hexcode, emoji, group }) => {
    const { tts: [name] = [], default: words = [] } = nameOf(emoji) ?? {};
    return group === undefined || !name ? [] : [[hexcode, [name, ...words.filter((word) => word !== name)]]];
  }),
);
const tones = { light: "🏻", "medium-light": "🏼", medium: "🏽", "medium-dark": "🏾", dark: "🏿" };
const groups = {
  "smileys-emotion": "الوجوه والمشاعر",
  "people-body": "الأشخاص والجسم",
  "animals-nature": "الحيوانات والطبيعة",
  "food-drink": "الطعام والشراب",
  "travel-places": "السفر والأماكن",
  activities: "الأنشطة",
  objects: "الأشياء",
  symbols: "الرموز",
  flags: "الأعلام",
};
const from = "Unicode CLDR 48.2, © 2004-2026 Unicode, Inc., under the Unicode License v3: https://www.unicode.org/license.txt";
const skinTones = Object.fromEntries(Object.entries(tones).map(([key, emoji]) => [key, nameOf(emoji)?.tts?.[0] ?? key]));
writeFileSync(path.join(root, "apps/console/src/features/emoji/names.ar.json"), `${JSON.stringify({ from, names, groups, skinTones })}\n`);
