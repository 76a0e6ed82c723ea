import type { Tx } from "../../client/index.ts";

export type LogKey = { channelAccountId: string; eventId: string; path: string; position: number };
export type LogRecord = LogKey & { fields: Record<string, unknown> };

const columns = `l.channel_account_id AS "channelAccountId", l.event_id AS "eventId", l.path, l.position, jsonb_build_object('code', l.code, 'level', l.level, 'data', md5(l.data::text)) AS fields`;

/** A page of what platforms said about accounts. */
export async function readLogPage(tx: Tx, workspaceId: string, after: LogKey | null, limit: number): Promise<LogRecord[]> {
  const beyond = after ? "AND (l.channel_account_id, l.event_id, l.path, l.position) > ($3, $4, $5, $6)" : "";
  const { rows } = await tx.query<LogRecord>(
    `SELECT ${columns} FROM channel_log l WHERE l.workspace_id = $1 ${beyond} ORDER BY l.channel_account_id, l.event_id, l.path, l.position LIMIT $2`,
    [workspaceId, limit, ...(after ? [after.channelAccountId, after.eventId, after.path, after.position] : [])],
  );
  return rows;
}

export async function findLog(tx: Tx, workspaceId: string, keys: readonly LogKey[]): Promise<LogRecord[]> {
  const { rows } = await tx.query<LogRecord>(
    `SELECT ${columns} FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::smallint[]) AS k(channel_account_id, event_id, path, position)
     JOIN channel_log l ON l.workspace_id = $1 AND l.channel_account_id = k.channel_account_id AND l.event_id = k.event_id AND l.path = k.path AND l.position = k.position`,
    [
      workspaceId,
      keys.map((one) => one.channelAccountId),
      keys.map((one) => one.eventId),
      keys.map((one) => one.path),
      keys.map((one) => one.position),
    ],
  );
  return rows;
}
