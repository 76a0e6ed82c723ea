import type { Unverified } from "@onethread/widget";
import { type Fields, fieldsOf } from "../fields-of.ts";
import type { Session } from "./session.ts";

/**
 * What the page says of its visitor without proof. It makes nobody a visitor: it goes along with what they write next, and the
 * same thing from every page of the shop is one thing.
 */
export function openClaims(session: Session) {
  let said: Fields = {};
  let told = "";
  return {
    note(claim: Unverified): void {
      said = { ...said, ...fieldsOf(claim) };
    },
    async tell(): Promise<void> {
      const id = idOf(said);
      if (Object.keys(said).length === 0 || id === told) return;
      await session.ask("forms", { method: "POST", body: { id, name: "traits", fields: said } });
      told = id;
    },
    forget(): void {
      said = {};
      told = "";
    },
  };
}

export type Claims = ReturnType<typeof openClaims>;

/** The same for the same fields in any order (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/, 2012). */
export function idOf(fields: Fields): string {
  const text = JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `traits_${text.length}_${(hash >>> 0).toString(36)}`;
}
