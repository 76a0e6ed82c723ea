import type { MacroState } from "@onethread/core";
import type { Tx } from "../client/index.ts";
import { dropMentioned } from "./followers.ts";

export type MacroRunRow = {
  workspaceId: string;
  id: string;
  conversationId: string;
  /** The agent or the key. */
  actorId: string | null;
  before: MacroState;
  after: MacroState;
  noteIds: string[];
  at: Date;
};

/** Runs are kept for a day: they can be taken back for an hour. */
const keptFor = "1 day";

/** Keeps what a run did, and forgets the old ones. */
export async function insertMacroRun(tx: Tx, run: MacroRunRow): Promise<void> {
  await tx.query(`DELETE FROM macro_runs WHERE workspace_id = $1 AND at < $2::timestamptz - interval '${keptFor}'`, [run.workspaceId, run.at]);
  await tx.query(
    "INSERT INTO macro_runs (workspace_id, id, conversation_id, actor_id, before, after, note_ids, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    [run.workspaceId, run.id, run.conversationId, run.actorId, JSON.stringify(run.before), JSON.stringify(run.after), run.noteIds, run.at],
  );
}

/** Locks it. */
export async function findMacroRun(tx: Tx, workspaceId: string, id: string): Promise<(MacroRunRow & { undoneAt: Date | null }) | undefined> {
  const { rows } = await tx.query<MacroRunRow & { undoneAt: Date | null }>(
    `SELECT workspace_id AS "workspaceId", id, conversation_id AS "conversationId", actor_id AS "actorId", before, after, note_ids AS "noteIds", at,
       undone_at AS "undoneAt" FROM macro_runs WHERE workspace_id = $1 AND id = $2 FOR UPDATE`,
    [workspaceId, id],
  );
  return rows[0];
}

export async function setMacroRunUndone(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx.query("UPDATE macro_runs SET undone_at = $3 WHERE workspace_id = $1 AND id = $2", [workspaceId, id, at]);
}

/** Takes notes back: they say so from now on, mention nobody and are no conversation's last word. Answers those that were still there. */
export async function takeNotesBack(tx: Tx, workspaceId: string, ids: readonly string[], at: Date): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE items SET deleted_at = $3, pinned_at = NULL, pinned_by = NULL
     WHERE workspace_id = $1 AND id = ANY($2::uuid[]) AND type = 'note' AND deleted_at IS NULL RETURNING id`,
    [workspaceId, ids, at],
  );
  await dropMentioned(tx, workspaceId, ids);
  return rows.map((row) => row.id);
}
