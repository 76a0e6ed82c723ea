import { adapters } from "@onethread/channels";
import { type Actor, fail, formatHandOverToken, handOverTokenLifetime, ok, type Result } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { readCustomer } from "@onethread/db/read";
import { insertToken } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";

export type HandOverLink = { url: string; token: string; expiresAt: string };

/** Makes a "continue on …" link for a customer: who follows it, on that channel, is the same person by proof. UUIDs. */
export async function createHandOverLink(
  context: Context,
  actor: Actor,
  customerId: string,
  channelAccountId: string,
): Promise<Result<HandOverLink>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const customer = await readCustomer(context.database, actor, customerId);
  if (!customer.ok) return customer;
  return forWorkspace(context.database, actor.workspaceId, async (tx) => {
    const { rows } = await tx.query<{ channel: string; externalId: string; settings: { displayPhoneNumber?: string; username?: string } }>(
      `SELECT channel, external_id AS "externalId", settings FROM channel_accounts WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
      [actor.workspaceId, channelAccountId],
    );
    const account = rows[0];
    if (!account || account.channel === "webchat") {
      return fail("invalid_request", "There is no such channel account.", {
        errors: [{ pointer: "/channelAccountId", detail: "is not a channel account that a link can lead to" }],
      });
    }
    const token = formatHandOverToken(context.randomBytes(10));
    const link = adapters[account.channel as keyof typeof adapters].handOverLink({ externalId: account.externalId, ...account.settings }, token);
    if ("unknown" in link)
      return fail(
        "link_address_unknown",
        "The account's public address (phone number or user name) is not known yet. An admin can add it to the channel.",
      );
    const createdAt = context.now();
    const expiresAt = new Date(createdAt.getTime() + handOverTokenLifetime);
    await insertToken(tx, { workspaceId: actor.workspaceId, token, customerId, channelAccountId, createdAt, expiresAt });
    return ok({ url: link.url, token, expiresAt: expiresAt.toISOString() });
  });
}
