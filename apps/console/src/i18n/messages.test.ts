import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "./locales.ts";

type Tree = { [key: string]: string | Tree };

const read = (locale: string): Map<string, string> => {
  const text = readFileSync(new URL(`../../messages/${locale}.json`, import.meta.url), "utf8");
  return flatten(JSON.parse(text) as Tree);
};

function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) flat.set(path, text);
  }
  return flat;
}

/** Names of ICU arguments and tags: `{name}`, `{count, plural, …}`, `<b>`. */
const placeholders = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]|<([a-z]+)>/g)].map((match) => match[1] ?? `<${match[2]}>`))].sort();

/** The categories of each plural: `{n, plural, one {# thing} other {# things}}` gives `[["one", "other"]]`. */
function pluralsOf(message: string): string[][] {
  return [...message.matchAll(/\{\s*\w+\s*,\s*plural\s*,/g)].map((found) => {
    const categories: string[] = [];
    let depth = 0;
    let word = "";
    for (const sign of message.slice(found.index + found[0].length)) {
      if (sign === "{" && depth++ === 0) categories.push(word.trim());
      if (sign === "}" && --depth < 0) break;
      word = depth === 0 && sign !== "}" ? word + sign : "";
    }
    return categories;
  });
}

/** `=0` and `other` alone tell none from some. */
const saysNumber = (forms: string[]): boolean => forms.some((form) => form !== "other" && !form.startsWith("="));

/** The categories that a count on a screen can fall into. Romance languages have one more, for whole millions. */
const neededPlurals = (locale: string): Set<string> => {
  const rules = new Intl.PluralRules(locale);
  return new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
};

/** Names and keys that are the same in every language. */
const names = ["Onethread", "WhatsApp", "Messenger", "Instagram", "Webhook", "Emoji", "Enter", "⌘/Ctrl + Enter"];
/** Words that a language writes as English does. */
const shared: Partial<Record<Locale, string>> = {
  de: "Live Offline Desktop Bot: Bot Video Audio Sticker Details Labels Label Name Simulator Problem: Admin System Reel Story Link Text Status Normal",
  fr: "Macros Mentions Conversations Conversation Messages Message Note Notes Photo Audio Conditions… Conditions Condition Agent Admin Compact Contact Total Sticker Reel Story Marketing Actions Notifications Volume version Date",
  es: "Macros Bot: Bot Audio Sticker Supervisor Total Reel Marketing No Normal",
  "pt-BR": "Macros Bot: Bot Supervisor Total Reel Story Link Marketing Status Normal Volume",
};
/** What there is to translate: a text without its arguments. */
const wordsOf = (text: string): string => text.replace(/\{\w+\}/g, "").trim();

describe("messages", () => {
  const english = read("en");

  it.each(locales.filter((locale) => locale !== "en"))("%s has the keys of en", (locale) => {
    expect([...read(locale).keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each(locales.filter((locale) => locale !== "en"))("%s has the placeholders of en", (locale) => {
    const other = read(locale);
    const wrong = [...english].filter(([key, text]) => placeholders(text).join() !== placeholders(other.get(key) ?? "").join());
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it.each(locales)("%s leaves nothing empty", (locale) => {
    expect([...read(locale)].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  it.each(locales)("%s has a form for every count", (locale) => {
    const needed = [...neededPlurals(locale)];
    const wrong = [...read(locale)].filter(([, text]) =>
      pluralsOf(text).some((forms) => saysNumber(forms) && needed.some((form) => !forms.includes(form))),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it.each(locales.filter((locale) => locale !== "en"))("%s leaves nothing in English", (locale) => {
    const other = read(locale);
    const known = new Set([...names, ...(shared[locale]?.split(" ") ?? [])]);
    const left = [...english].filter(([key, text]) => other.get(key) === text && /\p{L}/u.test(wordsOf(text)) && !known.has(wordsOf(text)));
    expect(left).toEqual([]);
  });
});
