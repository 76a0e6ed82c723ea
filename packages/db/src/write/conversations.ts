import type { Tx } from "../client/index.ts";

export type ConversationTouch = {
  workspace_id: string;
  id: string;
  unread: number;
  channels: string[];
  /** Opens a case (or wakes a snoozed one); `case_id` is then the id for a case if none is open. */
  opens: boolean;
  case_id: string | null;
};

export type CaseReferral = { workspaceId: string; caseId: string; referral: unknown };

/** Keeps what brought a case about; the first word on it stays. */
export async function noteCaseReferrals(tx: Tx, list: readonly CaseReferral[]): Promise<void> {
  if (list.length === 0) return;
  await tx.query({
    name: "note-case-referrals",
    text: `UPDATE cases c SET referral = r.referral
      FROM json_to_recordset($1::json) AS r("workspaceId" uuid, "caseId" uuid, referral jsonb)
      WHERE c.workspace_id = r."workspaceId" AND c.id = r."caseId" AND c.referral IS NULL`,
    values: [JSON.stringify(list)],
  });
}

/**
 * Brings conversations in step with their items: unread, channels, open case, whose turn it is, last message. Whose
 * turn is recomputed from the items (last answer, then the first message after it), so that what arrives late or twice
 * ends alike. `openedAt`: for cases that open; null when none does.
 */
export async function refreshConversations(tx: Tx, touches: readonly ConversationTouch[], openedAt: Date | null): Promise<void> {
  if (touches.length === 0) return;
  await tx.query({
    name: "refresh-conversations",
    text: `WITH t AS (
        SELECT x.*, v.waiting_floor, v.case_id IS NULL AND x.opens AS new_case
        FROM json_to_recordset($1::json) AS x(workspace_id uuid, id uuid, unread int, channels text[], opens boolean, case_id uuid)
        JOIN conversations v ON v.workspace_id = x.workspace_id AND v.id = x.id
      ), opened AS (
        INSERT INTO cases (workspace_id, id, conversation_id, opened_at, label_ids)
        SELECT workspace_id, case_id, id, $2::timestamptz, '{}' FROM t WHERE new_case
      ), turn AS (
        SELECT t.workspace_id, t.id, a.occurred_at AS answered_at, w.occurred_at AS since, l.id AS last_id, l.occurred_at AS last_at, l.shown AS last_shown
        FROM t
        LEFT JOIN LATERAL (
          SELECT i.occurred_at FROM items i WHERE i.workspace_id = t.workspace_id AND i.conversation_id = t.id AND i.waits = -1
          ORDER BY i.occurred_at DESC LIMIT 1) a ON true
        LEFT JOIN LATERAL (
          SELECT i.occurred_at FROM items i WHERE i.workspace_id = t.workspace_id AND i.conversation_id = t.id AND i.waits = 1
            AND i.occurred_at > coalesce(greatest(a.occurred_at, t.waiting_floor), '-infinity')
          ORDER BY i.occurred_at LIMIT 1) w ON true
        LEFT JOIN LATERAL (
          SELECT i.id, i.occurred_at, last_message_of(i) AS shown FROM items i
          WHERE i.workspace_id = t.workspace_id AND i.conversation_id = t.id AND i.type IN ('message', 'note')
            AND (i.type = 'message' OR i.deleted_at IS NULL)
          ORDER BY i.occurred_at DESC, i.seq DESC LIMIT 1) l ON true
      )
      UPDATE conversations v SET
        unread = v.unread + t.unread,
        channels = (SELECT coalesce(array_agg(c ORDER BY n), '{}') FROM (
          SELECT c, min(n) AS n FROM unnest(t.channels || v.channels) WITH ORDINALITY AS u(c, n) GROUP BY c) AS once),
        status = CASE WHEN t.opens THEN 'open' ELSE v.status END,
        snoozed_until = CASE WHEN t.opens THEN NULL ELSE v.snoozed_until END,
        case_id = CASE WHEN t.new_case THEN t.case_id ELSE v.case_id END,
        assignee_id = CASE WHEN t.new_case THEN NULL ELSE v.assignee_id END,
        queue_id = CASE WHEN t.new_case THEN NULL ELSE v.queue_id END,
        priority = CASE WHEN t.new_case THEN 'normal' ELSE v.priority END,
        label_ids = CASE WHEN t.new_case THEN '{}' ELSE v.label_ids END,
        version = v.version + (t.opens AND v.status <> 'open')::int,
        waiting_on = CASE WHEN turn.since IS NOT NULL THEN 'us' WHEN turn.answered_at > coalesce(v.waiting_floor, '-infinity') THEN 'customer' END,
        waiting_since = CASE WHEN turn.since IS NOT NULL THEN turn.since WHEN turn.answered_at > coalesce(v.waiting_floor, '-infinity') THEN turn.answered_at END,
        last_message_id = turn.last_id,
        last_message = turn.last_shown,
        last_activity_at = coalesce(turn.last_at, v.last_activity_at)
      FROM t JOIN turn ON turn.workspace_id = t.workspace_id AND turn.id = t.id
      WHERE v.workspace_id = t.workspace_id AND v.id = t.id`,
    values: [JSON.stringify(touches), openedAt],
  });
}

export type StatusChange = {
  workspaceId: string;
  conversationId: string;
  status: "open" | "snoozed" | "done";
  snoozedUntil: Date | null;
  /** For a case that has to be opened. */
  newCaseId: string;
  at: Date;
};

/** Sets the state of the conversation's case: "done" closes it, "open" after "done" opens a new one. */
export async function setStatus(tx: Tx, change: StatusChange): Promise<void> {
  const { workspaceId, conversationId, status, snoozedUntil, newCaseId, at } = change;
  const key = [workspaceId, conversationId];
  if (status === "done") {
    await tx.query(
      `UPDATE cases c SET closed_at = $3, close_reason = 'done', assignee_id = v.assignee_id, label_ids = v.label_ids
       FROM conversations v WHERE v.workspace_id = $1 AND v.id = $2 AND c.workspace_id = $1 AND c.id = v.case_id`,
      [...key, at],
    );
    await tx.query(
      `UPDATE conversations v SET status = 'done', case_id = NULL, snoozed_until = NULL, waiting_on = NULL, waiting_since = NULL,
         waiting_floor = (SELECT max(i.occurred_at) FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = $2), version = version + 1
       WHERE workspace_id = $1 AND id = $2`,
      key,
    );
    return;
  }
  await tx.query(
    `WITH opened AS (
       INSERT INTO cases (workspace_id, id, conversation_id, opened_at, label_ids)
       SELECT workspace_id, $3, id, $5, '{}' FROM conversations WHERE workspace_id = $1 AND id = $2 AND case_id IS NULL
       RETURNING id)
     UPDATE conversations SET status = $4, snoozed_until = $6, case_id = coalesce(case_id, $3), version = version + 1
     WHERE workspace_id = $1 AND id = $2`,
    [...key, newCaseId, status, at, status === "snoozed" ? snoozedUntil : null],
  );
}

/** Snoozed conversations whose time has come are open again. Answers which. */
export async function wakeSnoozed(tx: Tx, now: Date): Promise<{ workspaceId: string; conversationId: string }[]> {
  const { rows } = await tx.query<{ workspaceId: string; conversationId: string }>(
    `UPDATE conversations SET status = 'open', snoozed_until = NULL, woken_at = $1, version = version + 1
     WHERE (workspace_id, id) IN (
       SELECT workspace_id, id FROM conversations WHERE status = 'snoozed' AND snoozed_until <= $1 ORDER BY id LIMIT 200 FOR UPDATE SKIP LOCKED)
     RETURNING workspace_id AS "workspaceId", id AS "conversationId"`,
    [now],
  );
  return rows;
}
