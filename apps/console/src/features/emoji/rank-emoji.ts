import type { NamedEmoji } from "./emoji-data.ts";

/** So many fit above the editor. */
const most = 8;

/** Those that are called so: by shortcode, then by name, then by a word that is near; of equals those used lately, then those with short names. */
export function rankEmoji(all: readonly NamedEmoji[], query: string, recent: readonly string[]): NamedEmoji[] {
  const wanted = query.toLowerCase();
  const spaced = wanted.replaceAll("_", " ");
  const rank = ({ label, tags, aliases }: NamedEmoji): number => {
    // Before and after each word of a name stands a blank.
    const name = ` ${label.toLowerCase()} `;
    if (aliases.includes(wanted)) return 0;
    if (aliases.some((one) => one.startsWith(wanted))) return 1;
    if (name.includes(` ${spaced} `)) return 2;
    if (name.includes(` ${spaced}`)) return 3;
    return tags.some((tag) => tag.toLowerCase().startsWith(spaced)) ? 4 : -1;
  };
  const lately = (one: NamedEmoji): number => {
    const at = recent.indexOf(one.emoji);
    return at < 0 ? recent.length : at;
  };
  return all
    .map((one) => ({ one, rank: rank(one) }))
    .filter((found) => found.rank >= 0)
    .sort((a, b) => a.rank - b.rank || lately(a.one) - lately(b.one) || a.one.label.length - b.one.label.length)
    .slice(0, most)
    .map(({ one }) => one);
}
