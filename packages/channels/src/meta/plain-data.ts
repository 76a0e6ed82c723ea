import { isObject, type Json } from "./read-keys.ts";

export type PlainData = Record<string, string | number | boolean | null>;

/** Enough for the largest notice known; what is longer is cut, the raw item stays behind it. */
const most = 30;
const longest = 500;
const deepest = 4;
const visited = 500;

/**
 * What an account notice says, flat and by name: `ban_info.waba_ban_state` becomes `banInfoWabaBanState`. Every scalar
 * is kept, also of keys that are not known today.
 */
export function plainData(value: Json, skip: readonly string[] = []): PlainData {
  const found: [string, string | number | boolean][] = [];
  const left: { name: string; value: unknown; depth: number }[] = [{ name: "", value, depth: 0 }];
  for (let at = 0; at < Math.min(left.length, visited) && found.length < most; at++) {
    const { name, value: here, depth } = left[at] as (typeof left)[number];
    if (typeof here === "string") found.push([name, here.slice(0, longest).toWellFormed()]);
    else if (typeof here === "number" || typeof here === "boolean") found.push([name, here]);
    else if (depth < deepest && (isObject(here) || Array.isArray(here))) {
      for (const [key, inner] of Object.entries(here).slice(0, most)) {
        if (depth > 0 || !skip.includes(key)) left.push({ name: joined(name, key), value: inner, depth: depth + 1 });
      }
    }
  }
  return Object.fromEntries(found.filter(([name]) => name !== ""));
}

function joined(name: string, key: string): string {
  const word = key.slice(0, 60).replaceAll(/[^A-Za-z0-9]+(\w)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? "");
  return name === "" ? word : `${name}${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
