import { type Actor, type Channel, fail, ok, type Result } from "@onethread/core";
import type { CannedReply } from "@onethread/core/api";
import { forWorkspace, isUniqueViolation, newId, type Tx } from "@onethread/db/client";
import { cannedReplyOf } from "@onethread/db/read";
import { findUploads } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";

/** `channels`: only for these; none: for all. `attachmentIds`: UUIDs of uploads, in their order. */
type Content = {
  shortcut: string;
  title: string;
  folder: string;
  body: string;
  channels: readonly Channel[];
  attachmentIds: readonly string[];
};
type Change = { [name in keyof Content]?: Content[name] | undefined };

const taken = () =>
  fail("already_exists", "There is a canned reply with this shortcut already.", { errors: [{ pointer: "/shortcut", detail: "is taken" }] });
const none = "There is no such canned reply.";

/** One's own, or everybody's. Own ones have to be somebody's: an API key has none. */
export async function createCannedReply(context: Context, actor: Actor, input: Content & { own: boolean }): Promise<Result<CannedReply>> {
  const agentId = input.own && actor.kind === "agent" ? actor.agentId : null;
  if (input.own && agentId === null)
    return fail("invalid_request", "Only an agent has canned replies of their own.", { errors: [{ pointer: "/own", detail: "is for agents" }] });
  const refused = mayWriteCanned(actor, agentId);
  if (refused) return refused;
  const id = newId();
  return write(context, actor, id, async (tx) => {
    await refuseUnlessUploads(tx, actor, input.attachmentIds);
    await tx.query(
      `INSERT INTO canned_replies (workspace_id, id, agent_id, shortcut, title, folder, body, channels, attachment_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [actor.workspaceId, id, agentId, input.shortcut, input.title, input.folder, input.body, input.channels, input.attachmentIds],
    );
  });
}

/** `id`: UUID. */
export async function updateCannedReply(context: Context, actor: Actor, id: string, change: Change): Promise<Result<CannedReply>> {
  return write(context, actor, id, async (tx) => {
    const { attachmentIds } = await refuseUnlessTheirs(tx, actor, id);
    const added = change.attachmentIds?.filter((one) => !attachmentIds.includes(one)) ?? [];
    await refuseUnlessUploads(tx, actor, added);
    await tx.query(
      `UPDATE canned_replies SET shortcut = coalesce($3, shortcut), title = coalesce($4, title), body = coalesce($5, body),
         folder = coalesce($6, folder), attachment_ids = coalesce($7, attachment_ids), channels = coalesce($8, channels), updated_at = now()
       WHERE workspace_id = $1 AND id = $2`,
      [
        actor.workspaceId,
        id,
        change.shortcut ?? null,
        change.title ?? null,
        change.body ?? null,
        change.folder ?? null,
        change.attachmentIds ?? null,
        change.channels ?? null,
      ],
    );
  });
}

/** `id`: UUID. */
export async function deleteCannedReply(context: Context, actor: Actor, id: string): Promise<Result<null>> {
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      await refuseUnlessTheirs(tx, actor, id);
      await tx.query("DELETE FROM canned_replies WHERE workspace_id = $1 AND id = $2", [actor.workspaceId, id]);
    }),
  );
  if (!done.ok) return done;
  await tell(context, actor, id);
  return ok(null);
}

const agentOf = (actor: Actor): string | null => (actor.kind === "agent" ? actor.agentId : null);
export const mayWriteCanned = (actor: Actor, agentId: string | null) => allow(actor, agentId === null ? "manage_canned_replies" : "reply");

/** Locks it. Somebody else's own ones are not there. */
async function refuseUnlessTheirs(tx: Tx, actor: Actor, id: string): Promise<{ attachmentIds: string[] }> {
  const { rows } = await tx.query<{ agentId: string | null; attachmentIds: string[] }>(
    `SELECT agent_id AS "agentId", attachment_ids AS "attachmentIds" FROM canned_replies
     WHERE workspace_id = $1 AND id = $2 AND (agent_id IS NULL OR agent_id = $3) FOR UPDATE`,
    [actor.workspaceId, id, agentOf(actor)],
  );
  if (!rows[0]) return refuse("not_found", none);
  const refused = mayWriteCanned(actor, rows[0].agentId);
  if (refused && !refused.ok) refuse(refused.error.code, refused.error.detail);
  return rows[0];
}

async function refuseUnlessUploads(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await findUploads(tx, actor.workspaceId, ids);
  if (found.length < new Set(ids).size)
    refuse("invalid_request", "A file is gone, or belongs to a message already.", {
      errors: [{ pointer: "/attachmentIds", detail: "is no upload" }],
    });
}

const tell = (context: Context, { workspaceId }: Actor, id: string) => context.realtime.publish([{ workspaceId, kind: "canned_reply", ids: [id] }]);

async function write(context: Context, actor: Actor, id: string, work: (tx: Tx) => Promise<void>): Promise<Result<CannedReply>> {
  try {
    const done = await settled(() =>
      forWorkspace(context.database, actor.workspaceId, async (tx) => {
        await work(tx);
        return cannedReplyOf(tx, actor.workspaceId, id);
      }),
    );
    if (!done.ok) return done;
    if (!done.value) return fail("not_found", none);
    await tell(context, actor, id);
    return ok(done.value);
  } catch (error) {
    if (isUniqueViolation(error)) return taken();
    throw error;
  }
}
