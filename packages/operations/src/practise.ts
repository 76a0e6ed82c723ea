import { createHash } from "node:crypto";
import { type Actor, fail, ok, type Result } from "@onethread/core";
import { forWorkspace } from "@onethread/db/client";
import { allow, type Context } from "./context.ts";
import { pretendToWrite } from "./outside/pretend-customer.ts";

/**
 * A customer who is not real writes, by the way that real ones come: for who wants to see what happens before anybody
 * does. Only where the simulator plays the platform; `simulatorUrl`: null where it does not.
 */
export async function practise(context: Context, actor: Actor, simulatorUrl: string | null, text: string): Promise<Result<null>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  if (actor.kind !== "agent") return fail("forbidden", "Only an agent practises.");
  if (!context.meta.simulated || simulatorUrl === null) return fail("not_found", "There is no simulator here: customers are real.");
  const { rows } = await forWorkspace(context.database, actor.workspaceId, (tx) =>
    tx.query<{ externalId: string }>(
      `SELECT external_id AS "externalId" FROM channel_accounts WHERE workspace_id = $1 AND deleted_at IS NULL AND state IN ('active', 'connecting')
       ORDER BY array_position(ARRAY['messenger', 'instagram', 'whatsapp'], channel), created_at LIMIT 1`,
      [actor.workspaceId],
    ),
  );
  const [account] = rows;
  if (!account) return fail("channel_unavailable", "Connect a channel first.");
  try {
    // Each agent has a customer of their own to practise with.
    const digits = BigInt(`0x${createHash("sha256").update(actor.agentId).digest("hex").slice(0, 12)}`)
      .toString()
      .padStart(9, "0");
    const person = { id: `practice-${actor.agentId}`, name: "Kim Practice", phone: `4420${digits.slice(0, 9)}` };
    await pretendToWrite(simulatorUrl, { ...person, accountId: account.externalId, text });
    return ok(null);
  } catch (error) {
    context.log.warn({ error: (error as Error).message }, "the simulator took no message");
    return fail("unavailable", "The simulator does not answer.");
  }
}
