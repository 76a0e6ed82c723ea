import { newId } from "@onethread/db/client";
import { drainWebhooks, webhookReceiver } from "@onethread/operations";
import { signed } from "./signed.ts";
import { testAppSecret, type World } from "./world.ts";

type Writing = { page: string; text?: string; person?: string | undefined; at?: number | undefined };
type Written = { person: string; id: string; customerId: string };

/**
 * Somebody writes to a Messenger page of the world, and it is worked off. `id`: their conversation's. UUIDs. Without a
 * `person` somebody new.
 */
export async function customerWrites(world: World, { page, text = "Hello", person = newId(), at }: Writing): Promise<Written> {
  const timestamp = at ?? world.clock.now.getTime();
  const messaging = [{ sender: { id: person }, recipient: { id: page }, timestamp, message: { mid: `m_${newId()}`, text } }];
  await webhookReceiver(world.context)(signed({ object: "page", entry: [{ id: page, time: 1, messaging }] }, testAppSecret));
  await drainWebhooks(world.context);
  const { rows } = await world.database.ingest.query<{ id: string; customerId: string }>(
    `SELECT c.id, c.customer_id AS "customerId" FROM conversations c
     JOIN identities i ON i.workspace_id = c.workspace_id AND i.customer_id = c.customer_id WHERE i.value = $1`,
    [person],
  );
  const [row] = rows;
  if (!row) throw new Error("Nobody wrote.");
  return { person, ...row };
}
