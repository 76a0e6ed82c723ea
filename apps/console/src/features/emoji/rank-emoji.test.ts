import { describe, expect, it } from "vitest";
import { inTone, loadEmojis } from "./emoji-data.ts";
import { rankEmoji } from "./rank-emoji.ts";

const found = async (locale: string, query: string, recent: string[] = []) =>
  rankEmoji((await loadEmojis(locale)).emojis, query, recent).map(({ emoji }) => emoji);

describe("emoji by name", () => {
  it("are found by the shortcode one knows, in every language", async () => {
    expect((await found("en", "smile"))[0]).toBe("😄");
    expect((await found("de", "+1"))[0]).toBe("👍️");
    expect((await found("ar", "tada"))[0]).toBe("🎉");
  });

  it.each([
    ["en", "party", "🎉"],
    ["de", "herz", "❤️"],
    ["fr", "cadeau", "🎁"],
    ["es", "regalo", "🎁"],
    ["pt-BR", "presente", "🎁"],
    ["ar", "gift", "🎁"],
    ["ar", "هدية", "🎁"],
    ["ar", "ألمانيا", "🇩🇪"],
  ])("are found by their name in %s", async (locale, query, emoji) => expect(await found(locale, query)).toContain(emoji));

  it("have a name in every language", async () => {
    const english = await loadEmojis("en");
    const labels = new Map(english.emojis.map(({ emoji, label }) => [emoji, label]));
    for (const locale of ["de", "fr", "es", "pt-BR", "ar"]) {
      const { emojis, categories } = await loadEmojis(locale);
      expect(emojis.length).toBe(english.emojis.length);
      expect(emojis.filter(({ emoji, label }) => labels.get(emoji) === label).length / emojis.length).toBeLessThan(0.05);
      expect(categories.filter(({ label }, index) => label === english.categories[index]?.label).length).toBeLessThan(4);
    }
  });

  it("that show people come in the skin tone one has chosen", async () => {
    const { emojis } = await loadEmojis("en");
    const wave = emojis.find(({ aliases }) => aliases.includes("wave"));
    const gift = emojis.find(({ aliases }) => aliases.includes("gift"));
    expect(wave && [inTone(wave, "none").emoji, inTone(wave, "medium-dark").emoji]).toEqual(["👋", "👋🏾"]);
    expect(gift && inTone(gift, "medium-dark").emoji).toBe("🎁");
  });

  it("come first when they were used lately, and only as many as fit", () => {
    const named = (emoji: string, label: string) => ({ emoji, label, category: 0, version: 1, tags: [], aliases: [] });
    const cats = [named("1", "cat with a long name"), named("2", "cat"), named("3", "big cat"), named("4", "dog")];
    const ranked = (recent: string[]) => rankEmoji(cats, "cat", recent).map(({ emoji }) => emoji);
    expect(ranked([])).toEqual(["2", "3", "1"]);
    expect(ranked(["4", "1", "3"])).toEqual(["1", "3", "2"]);
    const many = Array.from({ length: 50 }, (_, index) => named(String(index), "cat"));
    expect(rankEmoji(many, "ca", [])).toHaveLength(8);
    expect(rankEmoji(cats, "cow", [])).toEqual([]);
  });

  it("are whole ones with a category, and no newer than most devices show", async () => {
    const { emojis, categories } = await loadEmojis("fr");
    expect(emojis.length).toBeGreaterThan(1700);
    expect(emojis.every(({ category, version }) => version <= 15 && categories.some(({ index }) => index === category))).toBe(true);
    expect(emojis.find(({ emoji }) => emoji === "👋")?.skins).toMatchObject({ dark: "👋🏿", light: "👋🏻" });
  });
});
