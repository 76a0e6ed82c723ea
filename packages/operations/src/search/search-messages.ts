import { excerptOf, type Failure, findTerms, foldSaid, fromTypeId, type Mark, type SearchTerm } from "@onethread/core";
import type { MessageHit } from "@onethread/core/api";
import type { Tx } from "@onethread/db/client";
import {
  readBlocks,
  readLastBlock,
  readMessageHits,
  readPlace,
  readSaid,
  readTail,
  type Said,
  type SaidRow,
  type SearchFilters,
} from "@onethread/db/read";

/** How many blocks are looked through in one go, and in one request: what is further back comes with the next page. */
const step = 8;
const mostBlocks = 240;
/** As many messages as in so many blocks, where they are in none yet. */
const mostTails = 30;
/** Behind every item there is. */
const end = "9223372036854775807";

export type FoundMessages = {
  said: Said[];
  /** Where to go on; null: everything was looked through. */
  next: string | null;
  /** The words that were read outside of blocks: what may be meant by a word that nobody wrote. */
  words: Set<string>;
};

type Search = { workspaceId: string; terms: readonly SearchTerm[]; filters: SearchFilters; before: string | null; limit: number };

/** Messages and notes that hold all the terms, the latest first: a few blocks at a time, until the page is full. */
export async function searchMessages(tx: Tx, { workspaceId, terms, filters, before, limit }: Search): Promise<FoundMessages> {
  const found: FoundMessages = { said: [], next: null, words: new Set() };
  const last = await readLastBlock(tx, workspaceId);
  let place = before ?? end;
  /** Answers whether the page is full. */
  const look = async (spans: { first: string; last: string }[], keepWords: boolean): Promise<boolean> => {
    for (const row of await readSaid(tx, workspaceId, spans, place, filters, terms.length > 0)) {
      const said = saidIn(row, terms, keepWords ? found.words : null);
      if (!said) continue;
      if (found.said.length === limit) {
        found.next = found.said.at(-1)?.row.seq ?? null;
        return true;
      }
      found.said.push(said);
    }
    return false;
  };

  for (let looked = 0; ; looked++) {
    const tail = await readTail(tx, workspaceId, last, place);
    if (!tail) break;
    if (looked === mostTails) return { ...found, next: place };
    if (await look([tail], true)) return found;
    place = tail.first;
  }
  for (let looked = 0; ; looked += step) {
    const blocks = await readBlocks(tx, workspaceId, place, terms, filters, step);
    const furthest = blocks.at(-1);
    if (!furthest) return found;
    if (looked >= mostBlocks) return { ...found, next: place };
    if (await look(blocks, false)) return found;
    place = furthest.first;
  }
}

/** The message or note with this id; null where the text is no id, or nothing has it. */
export async function findMessage(tx: Tx, workspaceId: string, text: string, filters: SearchFilters): Promise<MessageHit | null> {
  const id = fromTypeId("message", text) ?? fromTypeId("note", text);
  const seq = id && (await readPlace(tx, workspaceId, id));
  if (!seq) return null;
  const [row] = await readSaid(tx, workspaceId, [{ first: seq, last: seq }], end, filters, false);
  const [hit] = row ? await readMessageHits(tx, workspaceId, [{ row, ...excerpt(row.text, []) }]) : [];
  return hit ?? null;
}

const excerpt = (text: string | null, marks: readonly Mark[]) => (text === null ? { text, marks: [] } : excerptOf(text, marks));

function saidIn(row: SaidRow, terms: readonly SearchTerm[], words: Set<string> | null): Said | null {
  if (terms.length === 0) return { row, ...excerpt(row.text, []) };
  // What a file is called is found as what was written beside it.
  const said = [row.text, row.fileNames].filter((part) => part !== null).join("\n");
  const folded = foldSaid(said);
  if (words) for (const word of folded.text.split(" ")) words.add(word);
  const marks = findTerms(folded, terms);
  return marks && { row, ...excerpt(said, marks) };
}

export const tooSlow: Failure = { code: "too_slow", detail: "The search took too long. Use more words, or limit it to a time or a channel." };
