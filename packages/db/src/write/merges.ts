import type { Tx } from "../client/index.ts";
import { refreshConversations } from "./conversations.ts";
import { moveDrafts } from "./drafts.ts";
import { bringFollowers, takeFollowersBack } from "./followers.ts";
import { type Head, jointQueue, jointState } from "./joint-state.ts";
import { type DetailsChanged, type DetailsTaken, joinDetails, partDetails } from "./merge-details.ts";
import { refreshCustomers } from "./people.ts";

export type MergeBy = { type: "agent" | "api_key" | "system"; id: string | null; name: string | null };

export type MergeRow = {
  id: string;
  workspaceId: string;
  survivorId: string;
  mergedId: string;
  by: MergeBy;
  reason: string | null;
  evidence: { kind: string; detail: string }[];
  /** What a person chose; without it the survivor's own, and what it lacks. */
  taken?: DetailsTaken | undefined;
  at: Date;
};

/**
 * Joins two customers. The caller holds both rows locked. Identities move, and with them every item that went through
 * them; notes and events of the merged conversation come along and remember their home. Of two open cases the
 * survivor's stays. Nothing is destroyed: `undoMergeRows` takes it all back.
 */
export async function mergeRows(tx: Tx, merge: MergeRow): Promise<{ conversationId: string; mergedConversationId: string }> {
  const { workspaceId, survivorId, mergedId } = merge;
  const heads = await readHeads(tx, workspaceId, [survivorId, mergedId]);
  const survivor = heads.get(survivorId);
  const merged = heads.get(mergedId);
  if (!survivor || !merged) throw new Error("a customer without a conversation");

  const identities = await tx.query<{ id: string }>(
    "UPDATE identities SET customer_id = $3 WHERE workspace_id = $1 AND customer_id = $2 RETURNING id",
    [workspaceId, mergedId, survivorId],
  );
  const homes = await tx.query<{ home: string }>(
    `WITH moved AS (
       UPDATE items SET conversation_id = $3 WHERE workspace_id = $1 AND conversation_id = $2 RETURNING home_conversation_id, identity_id)
     SELECT DISTINCT home_conversation_id AS home FROM moved WHERE identity_id IS NULL
     UNION SELECT $2::uuid`,
    [workspaceId, merged.id, survivor.id],
  );
  await tx.query("UPDATE customers SET merged_into = $3 WHERE workspace_id = $1 AND (id = $2 OR merged_into = $2)", [
    workspaceId,
    mergedId,
    survivorId,
  ]);

  await moveDrafts(tx, workspaceId, merged.id, survivor.id);
  await bringFollowers(tx, workspaceId, merged.id, survivor.id);
  const details = await joinDetails(tx, workspaceId, merge, merge.taken ?? { otherAttributes: [] });

  const closedCase = merged.caseId;
  if (closedCase && survivor.caseId) {
    await tx.query("UPDATE cases SET closed_at = $3, close_reason = 'merged', assignee_id = $4, label_ids = $5 WHERE workspace_id = $1 AND id = $2", [
      workspaceId,
      closedCase,
      merge.at,
      merged.assigneeId,
      merged.labelIds,
    ]);
  } else if (closedCase) {
    await tx.query("UPDATE cases SET conversation_id = $3 WHERE workspace_id = $1 AND id = $2", [workspaceId, closedCase, survivor.id]);
  }
  await tx.query(
    `UPDATE conversations SET status = $3, case_id = coalesce(case_id, $4), assignee_id = coalesce(assignee_id, $5), snoozed_until = $6, unread = unread + $7,
       label_ids = (SELECT coalesce(array_agg(DISTINCT l), '{}') FROM unnest(label_ids || $8::uuid[]) AS l), queue_id = $9, version = version + 1
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, survivor.id, ...jointState(survivor, merged), merged.unread, merged.labelIds, jointQueue(survivor, merged)],
  );
  await tx.query(
    "UPDATE conversations SET status = 'done', case_id = NULL, unread = 0, snoozed_until = NULL, version = version + 1 WHERE workspace_id = $1 AND id = $2",
    [workspaceId, merged.id],
  );
  await tx.query(
    `INSERT INTO merges (workspace_id, id, survivor_id, merged_id, by_type, by_id, by_name, reason, evidence, at, moved_identity_ids, moved_home_ids, closed_case_id, merged_state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      workspaceId,
      merge.id,
      survivorId,
      mergedId,
      merge.by.type,
      merge.by.id,
      merge.by.name,
      merge.reason,
      JSON.stringify(merge.evidence),
      merge.at,
      identities.rows.map((row) => row.id),
      homes.rows.map((row) => row.home),
      closedCase,
      JSON.stringify({
        status: merged.status,
        assigneeId: merged.assigneeId,
        snoozedUntil: merged.snoozedUntil,
        unread: merged.unread,
        labelIds: merged.labelIds,
        hadCase: survivor.caseId !== null,
        details,
      }),
    ],
  );
  await settle(tx, workspaceId, [survivor.id, merged.id], [survivorId, mergedId], new Map([[survivor.id, merged.channels]]));
  return { conversationId: survivor.id, mergedConversationId: merged.id };
}

export type MergeToUndo = {
  id: string;
  workspaceId: string;
  survivorId: string;
  mergedId: string;
  movedIdentityIds: string[];
  movedHomeIds: string[];
  closedCaseId: string | null;
  mergedState: {
    status?: string;
    assigneeId?: string | null;
    snoozedUntil?: string | null;
    labelIds?: string[];
    hadCase?: boolean;
    details?: DetailsChanged;
  };
};

/**
 * Takes a merge back, also when others came after it. What the merge moved and what still stands with the survivor (or
 * with whom the survivor went into since) goes back, with everything that went through it before and since. The pair is
 * never joined again. The caller holds `holderId` (where the identities stand now) and `mergedId` locked.
 */
export async function undoMergeRows(
  tx: Tx,
  merge: MergeToUndo,
  holderId: string,
  at: Date,
  byName: string | null,
  newId: () => string,
): Promise<string[]> {
  const { workspaceId, mergedId } = merge;
  const heads = await readHeads(tx, workspaceId, [holderId, mergedId]);
  const holder = heads.get(holderId);
  const merged = heads.get(mergedId);
  if (!holder || !merged) throw new Error("a customer without a conversation");

  const back = await tx.query<{ id: string }>(
    "UPDATE identities SET customer_id = $3 WHERE workspace_id = $1 AND customer_id = $2 AND (id = ANY($4::uuid[]) OR claimed_by = ANY($4::uuid[])) RETURNING id",
    [workspaceId, holderId, mergedId, merge.movedIdentityIds],
  );
  const ids = back.rows.map((row) => row.id);
  await splitPersons(tx, workspaceId, ids, newId);
  await tx.query(
    `UPDATE items SET conversation_id = $3 WHERE workspace_id = $1 AND conversation_id = $2
       AND (identity_id = ANY($4::uuid[]) OR (identity_id IS NULL AND home_conversation_id = ANY($5::uuid[])))`,
    [workspaceId, holder.id, merged.id, ids, merge.movedHomeIds],
  );
  await tx.query("UPDATE merges SET undone_at = $3, undone_by_name = $4 WHERE workspace_id = $1 AND id = $2", [workspaceId, merge.id, at, byName]);
  await tx.query("INSERT INTO never_pairs (workspace_id, customer_a, customer_b) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
    workspaceId,
    ...[merge.survivorId, mergedId].sort(),
  ]);
  await takeFollowersBack(tx, workspaceId, merged.id, holder.id);
  await recomputeRoots(tx, workspaceId, [mergedId, holderId]);
  await restoreState(tx, merge, holder, merged);
  if (merge.mergedState.details) await partDetails(tx, workspaceId, holderId, merge.mergedState.details);
  await settle(tx, workspaceId, [holder.id, merged.id], [holderId, mergedId], new Map(), true);
  return [holder.id, merged.id];
}

/** Identities that part company are addressees of their own from now on. */
async function splitPersons(tx: Tx, workspaceId: string, movedIds: readonly string[], newId: () => string): Promise<void> {
  const { rows } = await tx.query<{ person: string }>(
    `SELECT DISTINCT m.person_id AS person FROM identities m JOIN identities o ON o.workspace_id = m.workspace_id AND o.person_id = m.person_id AND NOT o.id = ANY($2::uuid[])
     WHERE m.workspace_id = $1 AND m.id = ANY($2::uuid[])`,
    [workspaceId, movedIds],
  );
  for (const { person } of rows) {
    await tx.query("UPDATE identities SET person_id = $3 WHERE workspace_id = $1 AND person_id = $2 AND id = ANY($4::uuid[])", [
      workspaceId,
      person,
      newId(),
      movedIds,
    ]);
  }
}

/** Who stands for whom, from the merges that still hold: each customer was merged away by at most one of them. */
async function recomputeRoots(tx: Tx, workspaceId: string, around: readonly string[]): Promise<void> {
  await tx.query(
    `WITH RECURSIVE near AS (
       SELECT id FROM customers WHERE workspace_id = $1 AND (id = ANY($2::uuid[]) OR merged_into = ANY($2::uuid[]))
     ), walk AS (
       SELECT n.id AS start, n.id AS here FROM near n
       UNION ALL
       SELECT w.start, m.survivor_id FROM walk w JOIN merges m ON m.workspace_id = $1 AND m.merged_id = w.here AND m.undone_at IS NULL
     ), roots AS (
       SELECT w.start, w.here FROM walk w WHERE NOT EXISTS (
         SELECT 1 FROM merges m WHERE m.workspace_id = $1 AND m.merged_id = w.here AND m.undone_at IS NULL)
     )
     UPDATE customers c SET merged_into = CASE WHEN r.here = c.id THEN NULL ELSE r.here END
     FROM roots r WHERE c.workspace_id = $1 AND c.id = r.start`,
    [workspaceId, around],
  );
}

/** The case that the merge closed, or took over, is the split customer's again, with the state it had. */
async function restoreState(tx: Tx, merge: MergeToUndo, holder: Head, merged: Head): Promise<void> {
  const { workspaceId, closedCaseId, mergedState } = merge;
  if (!closedCaseId || merged.caseId) return;
  const reopened = await tx.query(
    `UPDATE cases SET closed_at = NULL, close_reason = NULL, conversation_id = $3 WHERE workspace_id = $1 AND id = $2
       AND (close_reason = 'merged' OR closed_at IS NULL) RETURNING id`,
    [workspaceId, closedCaseId, merged.id],
  );
  if (reopened.rowCount === 0) return;
  await tx.query(
    `UPDATE conversations SET case_id = $3, status = $4, assignee_id = $5, snoozed_until = $6, label_ids = $7, version = version + 1 WHERE workspace_id = $1 AND id = $2`,
    [
      workspaceId,
      merged.id,
      closedCaseId,
      mergedState.status ?? "open",
      mergedState.assigneeId ?? null,
      mergedState.snoozedUntil ?? null,
      mergedState.labelIds ?? [],
    ],
  );
  if (holder.caseId !== closedCaseId) return;
  await tx.query(
    "UPDATE conversations SET case_id = NULL, status = 'done', snoozed_until = NULL, version = version + 1 WHERE workspace_id = $1 AND id = $2",
    [workspaceId, holder.id],
  );
}

async function readHeads(tx: Tx, workspaceId: string, customerIds: string[]): Promise<Map<string, Head>> {
  const { rows } = await tx.query<Head>(
    `SELECT customer_id AS "customerId", id, status, case_id AS "caseId", assignee_id AS "assigneeId", queue_id AS "queueId",
       snoozed_until AS "snoozedUntil", unread, channels, label_ids AS "labelIds"
     FROM conversations WHERE workspace_id = $1 AND customer_id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    [workspaceId, customerIds],
  );
  return new Map(rows.map((row) => [row.customerId, row]));
}

/** Recomputes what conversations and customers show after items changed hands. */
async function settle(
  tx: Tx,
  workspaceId: string,
  conversationIds: string[],
  customerIds: string[],
  channels: Map<string, string[]>,
  recount = false,
): Promise<void> {
  if (recount) {
    await tx.query(
      `UPDATE conversations v SET channels = coalesce((
         SELECT array_agg(channel ORDER BY at DESC) FROM (
           SELECT i.channel, max(i.occurred_at) AS at FROM items i WHERE i.workspace_id = v.workspace_id AND i.conversation_id = v.id AND i.channel IS NOT NULL GROUP BY 1) AS c), '{}')
       WHERE workspace_id = $1 AND id = ANY($2::uuid[])`,
      [workspaceId, conversationIds],
    );
  }
  await refreshConversations(
    tx,
    conversationIds.map((id) => ({
      workspace_id: workspaceId,
      id,
      unread: 0,
      channels: channels.get(id) ?? [],
      opens: false,
      case_id: null,
    })),
    null,
  );
  await refreshCustomers(
    tx,
    customerIds.map((customerId) => ({ workspaceId, customerId, seenAt: null })),
  );
}
