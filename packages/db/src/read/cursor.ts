import { fail, ok, type Result } from "@onethread/core";

/** A place in an ordered list: the sort value and the tie-break of the row it stands behind. `rank`: what is sorted by before, if anything. */
export type Place = { at: string | null; id: string; rank?: number };

export const encodeCursor = ({ at, id, rank }: Place): string =>
  Buffer.from(JSON.stringify(rank === undefined ? [at, id] : [at, id, rank])).toString("base64url");

/** Reads a cursor that came from outside. `id` is a number for timelines, a UUID elsewhere. */
export function decodeCursor(text: string, pointer: string, idForm: "uuid" | "number"): Result<Place> {
  try {
    const [at, id, rank] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as [unknown, unknown, unknown];
    const goodTime = at === null || (typeof at === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)));
    const goodId = typeof id === "string" && (idForm === "number" ? /^\d{1,18}$/ : /^[0-9a-f-]{36}$/).test(id);
    const goodRank = rank === undefined || (Number.isInteger(rank) && Math.abs(rank as number) < 100);
    if (goodTime && goodId && goodRank) return ok({ at: at as string | null, id, ...(rank === undefined ? {} : { rank: rank as number }) });
  } catch {
    // Not base64, not JSON: the same answer as for anything else that is not a cursor of ours.
  }
  return fail("invalid_cursor", "Use a cursor exactly as a page gave it.", { errors: [{ pointer, detail: "is not a cursor" }] });
}
