import { foldSaid, isWordless, signatureOf, wordsOf } from "@onethread/core";
import type { Tx } from "../client/index.ts";
import { fileNames } from "../read/search/messages.ts";

/** One worker at a time. */
const lock = 7210045;
/** How many messages a block holds, and how many characters: with more words its signature would say yes to all. */
const blockSize = 64;
const blockCharacters = 6400;
/** Blocks in one go. What is left over comes with the next sweep. */
const batch = 200;

/**
 * Puts messages that were written down into blocks, and says which words may be in each. A block is cut only once no
 * transaction can add a message inside it any more, and read only once none can change its texts unseen: so it takes some
 * sweeps, and meanwhile the messages are looked through one by one.
 */
export async function keepSearchBlocks(tx: Tx): Promise<void> {
  const { rows } = await tx.query<{ alone: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS alone", [lock]);
  if (!rows[0]?.alone || !(await advance(tx))) return;
  // In this order: what was cut before the horizon that has now been reached may be read.
  await signBlocks(tx);
  await cutBlocks(tx);
}

/** Answers whether all transactions have ended that were under way when the last blocks were cut. */
async function advance(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ reached: boolean }>(
    `WITH now AS MATERIALIZED (
       SELECT settled, candidate, horizon, coalesce(pg_sequence_last_value('items_seq_seq'), 0) AS last, pg_current_snapshot() AS snapshot FROM search_progress),
     next AS (
       SELECT candidate IS NOT NULL AND horizon IS NOT NULL AND pg_snapshot_xmin(snapshot) >= horizon AS reached, now.* FROM now
       -- Nothing to do: too few messages for a block, and every block is read.
       WHERE last - settled >= ${blockSize} OR EXISTS (SELECT 1 FROM search_blocks WHERE signature IS NULL)),
     moved AS (
       UPDATE search_progress p SET settled = CASE WHEN n.reached THEN n.candidate ELSE p.settled END,
         candidate = CASE WHEN n.reached OR n.candidate IS NULL THEN n.last ELSE n.candidate END,
         -- A number is drawn a moment before its transaction has one: so only the next sweep takes the horizon.
         horizon = CASE WHEN n.reached OR n.candidate IS NULL THEN NULL WHEN n.horizon IS NULL THEN pg_snapshot_xmax(n.snapshot) ELSE n.horizon END
       FROM next n WHERE n.reached OR n.candidate IS NULL OR n.horizon IS NULL RETURNING n.reached)
     SELECT coalesce((SELECT reached FROM moved), false) AS reached`,
  );
  return rows[0]?.reached ?? false;
}

/** Whole blocks only: the rest of a workspace waits until there is more. */
async function cutBlocks(tx: Tx): Promise<void> {
  await tx.query(
    `WITH open AS (
       SELECT w.id, l.last FROM workspaces w
         CROSS JOIN LATERAL (SELECT coalesce(max(b.last_seq), 0) AS last FROM search_blocks b WHERE b.workspace_id = w.id) l
         CROSS JOIN search_progress p
         CROSS JOIN LATERAL (SELECT count(*) AS count FROM (
           SELECT 1 FROM items i WHERE i.workspace_id = w.id AND i.type <> 'event' AND i.seq > l.last AND i.seq <= p.settled LIMIT ${blockSize}) x) c
       WHERE c.count = ${blockSize}),
     lines AS (
       -- A message takes up its part of the characters, however short it is.
       SELECT o.id, i.seq, i.occurred_at, (sum(greatest(length(coalesce(i.edited_text, i.content ->> 'text', '')), ${blockCharacters / blockSize})) OVER w - 1) / ${blockCharacters} AS block
       FROM open o CROSS JOIN search_progress p CROSS JOIN LATERAL (
         SELECT * FROM items i WHERE i.workspace_id = o.id AND i.type <> 'event' AND i.seq > o.last AND i.seq <= p.settled ORDER BY i.seq LIMIT ${blockSize * batch}) i
       WINDOW w AS (PARTITION BY o.id ORDER BY i.seq)),
     cut AS (
       SELECT id, count(*) AS count, min(seq) AS first, max(seq) AS last, max(occurred_at) AS newest, min(occurred_at) AS oldest,
         max(max(seq)) OVER (PARTITION BY id) AS end
       FROM lines GROUP BY id, block)
     INSERT INTO search_blocks (workspace_id, first_seq, last_seq, newest_at, oldest_at)
     SELECT id, first, last, newest, oldest FROM cut WHERE count = ${blockSize} OR last < "end"`,
  );
}

type Block = { workspaceId: string; first: string; last: string };

async function signBlocks(tx: Tx): Promise<void> {
  const { rows: blocks } = await tx.query<Block>(
    `SELECT workspace_id AS "workspaceId", first_seq::text AS first, last_seq::text AS last FROM search_blocks
     WHERE signature IS NULL ORDER BY workspace_id, last_seq LIMIT ${batch} FOR UPDATE`,
  );
  if (blocks.length === 0) return;
  const lists = [blocks.map((one) => one.workspaceId), blocks.map((one) => one.first), blocks.map((one) => one.last)];
  // A statement of its own: it sees every change whose transaction let go of the block before it was locked.
  const { rows: said } = await tx.query<{ workspaceId: string; last: string; text: string }>(
    `SELECT b.ws AS "workspaceId", b.last::text, concat_ws(E'\\n', CASE WHEN i.edited_at IS NULL THEN i.content ->> 'text' ELSE i.edited_text END, ${fileNames}) AS text
     FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS b(ws, first, last)
     JOIN items i ON i.workspace_id = b.ws AND i.seq >= b.first AND i.seq <= b.last AND i.type <> 'event'
     WHERE i.deleted_at IS NULL AND (i.content ->> 'text' IS NOT NULL OR i.edited_text IS NOT NULL OR i.has_files)`,
    lists,
  );
  const texts = blocks.map((block) =>
    said.filter((one) => one.text !== "" && one.workspaceId === block.workspaceId && one.last === block.last).map((one) => foldSaid(one.text).text),
  );
  await tx.query(
    `UPDATE search_blocks b SET signature = s.signature FROM unnest($1::uuid[], $2::bigint[], $3::bytea[]) AS s(ws, last, signature)
     WHERE b.workspace_id = s.ws AND b.last_seq = s.last`,
    [lists[0], lists[2], texts.map((folded) => Buffer.from(signatureOf(folded)))],
  );
  const words = blocks.flatMap((block, index) => repeated(texts[index] ?? []).map((word) => ({ workspaceId: block.workspaceId, word })));
  await tx.query("INSERT INTO search_words (workspace_id, word) SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING", [
    words.map((one) => one.workspaceId),
    words.map((one) => one.word),
  ]);
}

/** Words that two texts have, as people write them: not numbers, not what is said once and never again. */
function repeated(texts: readonly string[]): string[] {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      if (word.length < 4 || word.length > 40 || /\p{N}/u.test(word) || isWordless(word)) continue;
      if (seen.has(word)) twice.add(word);
      seen.add(word);
    }
  }
  return [...twice];
}
