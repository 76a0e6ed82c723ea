import { type Actor, type Channel, fail, ok, type Result } from "@onethread/core";
import { forWorkspace, newId } from "@onethread/db/client";
import { mayWriteCanned } from "./canned-replies.ts";
import type { Context } from "./context.ts";

type Row = { shortcut: string; title: string; folder: string; body: string; channels?: readonly Channel[] | undefined };
type Input = { own: boolean; existing: "keep" | "replace"; rows: readonly Row[] };
export type Imported = { created: number; replaced: number; kept: number };

/** Makes many at once, all or none. One that has the shortcut already is kept as it is, or gets the new texts and keeps its files, and its channels where none are named. */
export async function importCannedReplies(context: Context, actor: Actor, { own, existing, rows }: Input): Promise<Result<Imported>> {
  const agentId = own && actor.kind === "agent" ? actor.agentId : null;
  if (own && agentId === null)
    return fail("invalid_request", "Only an agent has canned replies of their own.", { errors: [{ pointer: "/own", detail: "is for agents" }] });
  const refused = mayWriteCanned(actor, agentId);
  if (refused) return refused;
  const { workspaceId } = actor;
  const { rows: written } = await forWorkspace(context.database, workspaceId, (tx) =>
    tx.query<{ id: string; created: boolean }>(
      `INSERT INTO canned_replies AS c (workspace_id, id, agent_id, shortcut, title, folder, body, channels)
       SELECT $1, x.id, $2, x.shortcut, x.title, x.folder, x.body, coalesce(x.channels, '{}')
       FROM json_to_recordset($3::json) AS x(id uuid, shortcut text, title text, folder text, body text, channels text[])
       ON CONFLICT (workspace_id, agent_id, shortcut) ${
         existing === "keep"
           ? "DO NOTHING"
           : `DO UPDATE SET title = excluded.title, folder = excluded.folder, body = excluded.body, updated_at = now(),
                channels = CASE WHEN c.shortcut = ANY($4) THEN excluded.channels ELSE c.channels END`
       }
       RETURNING c.id, c.xmax = 0 AS created`,
      [
        workspaceId,
        agentId,
        JSON.stringify(rows.map((row) => ({ id: newId(), ...row }))),
        ...(existing === "replace" ? [rows.flatMap((row) => (row.channels ? [row.shortcut] : []))] : []),
      ],
    ),
  );
  if (written.length > 0) await context.realtime.publish([{ workspaceId, kind: "canned_reply", ids: written.map(({ id }) => id) }]);
  const created = written.filter((row) => row.created).length;
  return ok({ created, replaced: written.length - created, kept: rows.length - written.length });
}
