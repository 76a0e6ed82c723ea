import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { locales } from "./locales.ts";

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
});
