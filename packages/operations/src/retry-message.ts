import { type Actor, fail, maySendText, ok, type Result } from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readDoors, readItem } from "@onethread/db/read";
import { allow, type Context, refuse, settled } from "./context.ts";
import { doorState } from "./sending/doors.ts";

/** Sends a message again that failed or whose outcome is unknown, because a person says so. A new attempt, same message. */
export async function retryMessage(context: Context, actor: Actor, id: string): Promise<Result<TimelineItem>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const now = context.now();
  const done = await settled(() =>
    forWorkspace(context.database, actor.workspaceId, async (tx) => {
      const { rows } = await tx.query<{ conversationId: string; channelAccountId: string; identityId: string; status: string | null; own: boolean }>(
        `SELECT conversation_id AS "conversationId", channel_account_id AS "channelAccountId", identity_id AS "identityId", delivery_status AS status, richness = 3 AS own
         FROM items WHERE workspace_id = $1 AND id = $2 AND type = 'message' FOR UPDATE`,
        [actor.workspaceId, id],
      );
      const row = rows[0];
      if (!row) return refuse("not_found", "There is no such message.");
      if (!row.own || (row.status !== "failed" && row.status !== "unknown"))
        return refuse("not_retryable", "Only a failed message, or one whose outcome is unknown, can be sent again.");
      const doors = await readDoors(tx, actor.workspaceId, row.conversationId);
      const door = doors.find((one) => one.channelAccountId === row.channelAccountId && one.identityIds.includes(row.identityId));
      const state = door && doorState(door, now);
      if (!door || !state || !maySendText(state.state)) return refuse("window_closed", "The message can't go out through its channel now.");
      await tx.query(
        `UPDATE items SET delivery_status = 'queued', delivery_at = $3, delivery_error = NULL, next_attempt_at = $3, external_id = NULL, sent_at = NULL, human_agent = $4
         WHERE workspace_id = $1 AND id = $2`,
        [actor.workspaceId, id, now, state.state === "human_agent"],
      );
      return row.conversationId;
    }),
  );
  if (!done.ok) return done;
  await context.jobs.enqueue("message.deliver", { workspaceId: actor.workspaceId, conversationId: done.value });
  await context.realtime.publish([{ workspaceId: actor.workspaceId, kind: "message", ids: [id], conversationId: done.value }]);
  const item = await readItem(context.database, actor, id);
  return item ? ok(item) : fail("not_found", "There is no such message.");
}
