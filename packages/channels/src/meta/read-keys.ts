import { eventTime } from "./event-time.ts";

export type Json = Record<string, unknown>;

/** Thrown while an item is read, caught by `parsedItem`: the item is broken. `reason` names the key, never a value. */
export class BrokenItem extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

export const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

export function objectAt(from: Json | null | undefined, key: string): Json | null {
  const value = from?.[key];
  return isObject(value) ? value : null;
}

export function arrayAt(from: Json | null | undefined, key: string): unknown[] {
  const value = from?.[key];
  return Array.isArray(value) ? value : [];
}

/** A text, also the empty one; null when it is absent or something else. */
export function textAt(from: Json | null | undefined, key: string): string | null {
  const value = from?.[key];
  return typeof value === "string" ? value : null;
}

/** An id as text (some arrive as numbers); null when absent, empty or something else. */
export function idAt(from: Json | null | undefined, key: string): string | null {
  const value = from?.[key];
  if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}

/** A finite number, also written as text; null when it is none. */
export function numberAt(from: Json | null | undefined, key: string): number | null {
  const value = from?.[key];
  const number = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

export function requireId(from: Json, key: string, path = key): string {
  const id = idAt(from, key);
  if (id === null) throw new BrokenItem(problem(from, key, path));
  return id;
}

export function requireText(from: Json, key: string, path = key): string {
  const text = textAt(from, key);
  if (text === null) throw new BrokenItem(problem(from, key, path));
  return text;
}

export function requireObject(from: Json, key: string, path = key): Json {
  const object = objectAt(from, key);
  if (object === null) throw new BrokenItem(problem(from, key, path));
  return object;
}

export function requireTime(from: Json, key: string, path = key): number {
  const time = eventTime(from[key]);
  if (time === null) throw new BrokenItem(problem(from, key, path));
  return time;
}

const problem = (from: Json, key: string, path: string): string =>
  `${from[key] === undefined || from[key] === null ? "missing_key" : "wrong_type"}:${path}`;
