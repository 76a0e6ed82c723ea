import { createHmac } from "node:crypto";
import type { Actor } from "@onethread/core";
import { fromTypeId } from "@onethread/core";
import { type Context, createHandOverLink, deliverMessages, type OpenContext, platformCaller, sendReply } from "@onethread/operations";

export type ShopAccount = { id: string; channel: "instagram" | "whatsapp" | "messenger"; externalId: string; name: string };

/** The demo shop: its people on the simulator's phones, its agents at the desk, and a clock that tells the past. */
export type Shop = {
  open: OpenContext;
  simulatorUrl: string;
  gatewayUrl: string;
  appSecret: string;
  accounts: Record<ShopAccount["channel"], ShopAccount>;
  agents: Actor[];
  workspaceId: string;
};

export const minutes = 60_000;
export const hours = 60 * minutes;
export const days = 24 * hours;

/** A context whose clock stands at a time, also for the simulator's windows and webhooks. */
export function at(shop: Shop, time: number): Context {
  const hosts = { facebook: `${shop.simulatorUrl}/graph`, instagram: `${shop.simulatorUrl}/graph-instagram` };
  return {
    ...shop.open.context,
    now: () => new Date(time),
    // Delivery is done right here, at the story's time; the worker must not do it at today's.
    jobs: { enqueue: async () => {}, insist: async () => {} },
    callPlatform: platformCaller(hosts, () => ({ "x-simulator-now": String(time) })),
  };
}

export async function simulator<T>(shop: Shop, call: string, body: unknown): Promise<T> {
  const response = await fetch(`${shop.simulatorUrl}/simulator/api/${call}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the simulator refused ${call}: ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}

/** A customer writes; answers the conversation once the message stands in it. */
export async function writes(
  shop: Shop,
  personId: string,
  channel: ShopAccount["channel"],
  text: string,
  time: number,
): Promise<{ conversationId: string; customerId: string }> {
  const { externalId } = await simulator<{ externalId: string }>(shop, "messages", {
    personId,
    accountId: shop.accounts[channel].externalId,
    text,
    occurredAt: time,
  });
  return arrived(shop, externalId);
}

/** Waits until a message stands in its conversation. */
export async function arrived(shop: Shop, externalId: string): Promise<{ conversationId: string; customerId: string }> {
  for (let attempt = 0; attempt < 1500; attempt++) {
    const { rows } = await shop.open.context.database.ingest.query<{ conversationId: string; customerId: string }>(
      `SELECT i.conversation_id AS "conversationId", v.customer_id AS "customerId" FROM items i
       JOIN conversations v ON v.workspace_id = i.workspace_id AND v.id = i.conversation_id WHERE i.workspace_id = $1 AND i.external_id = $2`,
      [shop.workspaceId, externalId],
    );
    if (rows[0]) return rows[0];
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("a seeded message did not arrive within 30 seconds");
}

/** An agent answers through the door the customer used last, or a named one. */
export async function answers(
  shop: Shop,
  agent: number,
  conversationId: string,
  text: string,
  time: number,
  channel?: ShopAccount["channel"],
): Promise<void> {
  const context = at(shop, time);
  const actor = shop.agents[agent % shop.agents.length];
  if (!actor) throw new Error("the shop has no agents");
  const account = channel && shop.accounts[channel];
  const sent = await sendReply(context, actor, conversationId, {
    content: { kind: "text", text },
    ...(account ? { channelAccountId: fromTypeId("channelAccount", account.id) ?? "" } : {}),
  });
  if (!sent.ok) throw new Error(`a seeded reply was refused: ${sent.error.code} ${sent.error.detail}`);
  await deliverMessages(context, { workspaceId: shop.workspaceId, conversationId });
}

/** "Continue on …": the agent sends the link, the customer follows it and writes there. */
export async function handsOver(
  shop: Shop,
  person: { personId: string; customerId: string; conversationId: string },
  to: ShopAccount["channel"],
  say: { agent: string; customer: string; time: number; follow: number },
): Promise<void> {
  const [actor] = shop.agents;
  if (!actor) throw new Error("the shop has no agents");
  const accountId = fromTypeId("channelAccount", shop.accounts[to].id) ?? "";
  const link = await createHandOverLink(at(shop, say.time), actor, person.customerId, accountId);
  if (!link.ok) throw new Error(`no link to ${to}: ${link.error.code}`);
  await answers(shop, 0, person.conversationId, `${say.agent} ${link.value.url}`, say.time);
  const opened = await simulator<{ prefilledText: string | null }>(shop, "open-link", {
    personId: person.personId,
    url: link.value.url,
    occurredAt: say.follow,
  });
  if (opened.prefilledText) await writes(shop, person.personId, to, opened.prefilledText, say.follow);
  await writes(shop, person.personId, to, say.customer, say.follow + 1 * minutes);
}

/** Posts a body of many items as Meta would: signed, to the gateway. */
export async function postWebhook(shop: Shop, body: unknown): Promise<void> {
  const raw = JSON.stringify(body);
  const signature = `sha256=${createHmac("sha256", shop.appSecret).update(raw).digest("hex")}`;
  const response = await fetch(`${shop.gatewayUrl}/webhooks/meta`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-hub-signature-256": signature },
    body: raw,
  });
  if (!response.ok) throw new Error(`the gateway refused a webhook: ${response.status}`);
}

/** Waits until every stored webhook is worked off. */
export async function drained(shop: Shop): Promise<void> {
  for (let attempt = 0; attempt < 3000; attempt++) {
    const { rowCount } = await shop.open.context.database.ingest.query("SELECT 1 FROM webhook_events WHERE state = 'pending' LIMIT 1");
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("webhooks are still pending after a minute");
}
