/** What somebody may say of themselves; it never links by itself. */
export type ClaimedKind = "email" | "phone" | "external_id";

/** An address as it is kept, so that the same one is found again; null: it is none of this kind. */
export function claimedValue(kind: ClaimedKind, typed: string): string | null {
  const value = typed.trim();
  if (kind === "email") return value.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(value) ? value.toLowerCase() : null;
  if (kind === "external_id") return value === "" ? null : value;
  const digits = value.replaceAll(/[\s().-]/g, "");
  return /^\+?\d{6,15}$/.test(digits) ? digits : null;
}
