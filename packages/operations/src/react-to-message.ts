import { adapters } from "@onethread/channels";
import { type Actor, fail, ok, type Result, storable } from "@onethread/core";
import type { TimelineItem } from "@onethread/core/api";
import { forIngest, newId } from "@onethread/db/client";
import { readItem } from "@onethread/db/read";
import { addEffects } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";
import { threadOf } from "./sending/thread-of.ts";

/** Reacts to a customer's message with an emoji, or takes the reaction back (null), once the platform has taken it. */
export async function reactToMessage(context: Context, actor: Actor, id: string, emoji: string | null): Promise<Result<TimelineItem>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const found = await threadOf(context, actor, id, "reaction");
  if (!found.ok) return found;
  const { channel, token, action, externalId, channelAccountId, conversationId } = found.value;
  const adapter = adapters[channel];
  const answer = await context.callPlatform(adapter.renderReaction({ ...action, target: externalId, emoji }), token).catch(() => null);
  if (!answer) return fail("channel_unavailable", "The platform's answer was lost. The reaction may or may not have arrived.");
  if (answer.status < 200 || answer.status >= 300) {
    const outcome = adapter.readSendResponse(answer);
    return fail("channel_unavailable", outcome.kind === "sent" ? "The platform refused the reaction." : outcome.error.message);
  }
  const { workspaceId } = actor;
  const at = context.now().toISOString();
  await forIngest(context.database, (tx) =>
    addEffects(tx, [
      {
        workspace_id: workspaceId,
        channel_account_id: channelAccountId,
        target: externalId,
        kind: "reaction",
        key: `business|${newId()}`,
        occurred_at: at,
        received_at: at,
        data: { by: "business", emoji: emoji === null ? null : storable(emoji) },
      },
    ]),
  );
  await context.realtime.publish([{ workspaceId, kind: "message", ids: [id], conversationId }]);
  const item = await readItem(context.database, actor, id);
  return item ? ok(item) : fail("not_found", "The message is gone.");
}
