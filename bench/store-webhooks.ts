import type pg from "pg";
import { page } from "./bench-instance.ts";
import { webhookBody } from "./load.ts";

/** One time for all, so that the same events have the same bodies. */
const sent = Date.now();

/**
 * Puts webhooks into the database as the gateway would have, of people all over the thousand there are. The same `tag`
 * gives the same events; another `envelope` gives them in other bodies.
 */
export async function storeWebhooks(client: pg.Client, count: number, tag: string, envelope = "first"): Promise<void> {
  const bodies = Array.from({ length: count }, (_, i) =>
    Buffer.concat([webhookBody(page, (i * 37) % 1000, `m_${tag}_${i}`, sent + i), Buffer.from(envelope === "first" ? "" : " ")]),
  );
  await client.query(
    "INSERT INTO webhook_events (id, lane, digest, body, next_attempt_at) SELECT gen_random_uuid(), 'bench', sha256(b), b, now() - interval '1 minute' FROM unnest($1::bytea[]) AS b ON CONFLICT (digest) DO NOTHING",
    [bodies],
  );
}
