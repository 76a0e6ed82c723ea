import { createHash } from "node:crypto";

/** An external id for an item the platform gave none: the same item delivered twice gets the same id. */
export function syntheticId(kind: string, ...fields: (string | number | null | undefined)[]): string {
  const hash = createHash("sha256").update(JSON.stringify([kind, ...fields.map((field) => field ?? null)]));
  return `${kind}:${hash.digest("hex")}`;
}
