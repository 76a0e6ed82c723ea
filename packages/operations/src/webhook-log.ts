import { parseWebhook } from "@onethread/channels";
import { type Actor, fail, ok, type Result, toTypeId } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import { findWebhookLog, findWebhookOfItem, isOperator, replayWebhookEvent, type WebhookLogRow } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";

export type WebhookLogEntry = {
  id: string;
  state: "pending" | "processed" | "quarantined" | "ignored";
  receivedAt: string;
  items: {
    path: string;
    channelAccountId: string | null;
    outcome: "pending" | "processed" | "quarantined" | "ignored";
    reason: string | null;
    raw: unknown;
  }[];
  body: string | null;
  reason: string | null;
};

export type WebhookLogQuery = {
  state?: WebhookLogEntry["state"] | undefined;
  channelAccountId?: string | undefined;
  /** Only the webhook that brought this item of a timeline. UUID. */
  itemId?: string | undefined;
  limit: number;
  before?: string | undefined;
};

/** What came in for this workspace, newest first; the operator also sees what is nobody's. `before`: an event's UUID. */
export async function listWebhookEvents(
  context: Context,
  actor: Actor,
  query: WebhookLogQuery,
): Promise<Result<{ data: WebhookLogEntry[]; next: string | null }>> {
  const refused = allow(actor, "see_webhooks");
  if (refused) return refused;
  return forIngest(context.database, async (tx) => {
    const operator = await isOperator(tx, actor.workspaceId);
    const { itemId, ...filter } = query;
    const id = itemId === undefined ? undefined : await findWebhookOfItem(tx, actor.workspaceId, itemId);
    if (itemId !== undefined && id === undefined) return ok({ data: [], next: null });
    const rows = await findWebhookLog(tx, { ...filter, id, workspaceId: actor.workspaceId, operator, limit: query.limit + 1 });
    const page = rows.slice(0, query.limit);
    return ok({ data: page.map((row) => toEntry(row, false)), next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null });
  });
}

/** One event with the workspace's raw items; the operator gets the whole body. `id`: UUID. */
export async function getWebhookEvent(context: Context, actor: Actor, id: string): Promise<Result<WebhookLogEntry>> {
  const refused = allow(actor, "see_webhooks");
  if (refused) return refused;
  return forIngest(context.database, async (tx) => {
    const operator = await isOperator(tx, actor.workspaceId);
    const [row] = await findWebhookLog(tx, { id, workspaceId: actor.workspaceId, operator, limit: 1 });
    return row ? ok(toEntry(row, operator)) : fail("not_found", "There is no such webhook event.");
  });
}

/** The webhook that brought an item, as an id of the API; null: there is none, or the asker may not see webhooks. `itemId`: UUID. */
export async function webhookOfItem(context: Context, actor: Actor, itemId: string): Promise<string | null> {
  if (allow(actor, "see_webhooks")) return null;
  const id = await forIngest(context.database, (tx) => findWebhookOfItem(tx, actor.workspaceId, itemId));
  return id === undefined ? null : toTypeId("webhookEvent", id);
}

/** Drains an event again, as if it had just come in. `id`: UUID. */
export async function replayWebhook(context: Context, actor: Actor, id: string): Promise<Result<WebhookLogEntry>> {
  const found = await getWebhookEvent(context, actor, id);
  if (!found.ok) return found;
  await forIngest(context.database, (tx) => replayWebhookEvent(tx, id, context.now()));
  await context.jobs.enqueue("webhooks.drain", {});
  return getWebhookEvent(context, actor, id);
}

function toEntry(row: WebhookLogRow, withBody: boolean): WebhookLogEntry {
  const parsed = parseWebhook(row.body);
  const rawOf = new Map(parsed.ok ? parsed.items.map((item) => [item.path, item.raw]) : []);
  return {
    id: toTypeId("webhookEvent", row.id),
    state: row.state,
    receivedAt: row.receivedAt.toISOString(),
    items: row.items.map((item) => ({
      path: item.path,
      channelAccountId: item.channelAccountId && toTypeId("channelAccount", item.channelAccountId),
      outcome: item.outcome,
      reason: item.reason,
      raw: rawOf.get(item.path) ?? null,
    })),
    body: withBody ? Buffer.from(row.body).toString("utf8") : null,
    reason: row.reason,
  };
}
