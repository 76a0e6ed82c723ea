import type { Customer } from "@onethread/core/api";
import { outsideLink } from "../message-content/outside-links.ts";

export type Attributes = Customer["attributes"];
export type AttributeValue = string | number | boolean;

/** What a value is edited with. */
export const attributeKinds = ["text", "number", "yesNo", "date", "url"] as const;
export type AttributeKind = (typeof attributeKinds)[number];

/** What the API takes. */
export const longestName = 100;
const longestText = 2000;

/** What a value is, by its look: nothing but the value is stored. */
export function kindOf(value: unknown): AttributeKind {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "yesNo";
  if (typeof value !== "string") return "text";
  if (isDate(value)) return "date";
  return /^https?:\/\/\S+$/i.test(value) && outsideLink(value) ? "url" : "text";
}

/** A day that the calendar has, as `2026-02-28`. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export type Typed = { kind: AttributeKind; text: string };
export type Reading = { ok: true; value: AttributeValue } | { ok: false; error: "number" | "largeNumber" | "date" | "url" | "long" };

/** What stands in the editor when one begins to change a value. */
export const typedOf = (value: unknown): Typed => ({
  kind: kindOf(value),
  text: value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value),
});

/** What was typed as the value that is stored. Nothing typed is an empty text, of whatever kind. */
export function readTyped({ kind, text }: Typed): Reading {
  const trimmed = text.trim();
  if (kind === "yesNo") return { ok: true, value: trimmed === "true" };
  if (trimmed.length > longestText) return { ok: false, error: "long" };
  if (trimmed === "" || kind === "text") return { ok: true, value: trimmed };
  if (kind === "number") return readNumber(trimmed);
  if (kind === "date") return isDate(trimmed) ? { ok: true, value: trimmed } : { ok: false, error: "date" };
  const url = outsideLink(/^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  return url && !/\s/.test(trimmed) && /\./.test(new URL(url).hostname) && url.length <= longestText
    ? { ok: true, value: url }
    : { ok: false, error: "url" };
}

function readNumber(text: string): Reading {
  // A comma with three digits behind it is a thousand to some and a decimal to others: it is asked, not guessed.
  if (!/^[-+]?\d+([.,]\d+)?$/.test(text) || /,\d{3}$/.test(text)) return { ok: false, error: "number" };
  const value = Number(text.replace(",", "."));
  // Order numbers and the like would lose their last digits: they are text.
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? { ok: true, value } : { ok: false, error: "largeNumber" };
}

/** Why a name can't be given to a new attribute; null: it can. */
export function nameProblem(name: string, attributes: Attributes): "missing" | "taken" | null {
  if (name === "" || name === "__proto__") return "missing";
  return Object.keys(attributes).some((other) => other.toLowerCase() === name.toLowerCase()) ? "taken" : null;
}
