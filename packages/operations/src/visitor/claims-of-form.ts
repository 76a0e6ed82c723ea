import { claimedValue } from "@onethread/core";
import type { WidgetSettings } from "@onethread/core/api";

export type FormClaim = { kind: "email" | "phone"; value: string };

/** What a page may call them when nobody asked for them. */
const kindOfTrait: Record<string, FormClaim["kind"]> = { email: "email", phone: "phone" };

/** The addresses that somebody typed into a form: their word, by which nobody is joined. */
export function claimsOfForm(
  { preChat }: Pick<WidgetSettings, "preChat">,
  { name, fields }: { name: "prechat" | "traits"; fields: Record<string, string | boolean> },
): FormClaim[] {
  const asked = new Map(preChat.fields.map((field) => [field.name, field.kind]));
  return Object.entries(fields).flatMap(([field, typed]) => {
    const kind = (name === "prechat" ? asked.get(field) : undefined) ?? kindOfTrait[field];
    const value = typeof typed === "string" && (kind === "email" || kind === "phone") ? claimedValue(kind, typed) : null;
    return value === null ? [] : [{ kind: kind as FormClaim["kind"], value }];
  });
}
