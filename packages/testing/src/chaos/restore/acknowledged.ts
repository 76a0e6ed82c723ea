import type { Cluster } from "@onethread/db/embedded";
import type { Sender } from "../sender.ts";
import { askOnce } from "./ask-once.ts";

/** Digests of the webhooks that have been answered 200 by now. */
export const acknowledgedBy = ({ records }: Pick<Sender, "records">): string[] =>
  [...records].filter(([, { acknowledged }]) => acknowledged > 0).map(([digest]) => digest);

/** Which of these webhooks an installation's database in this cluster does not have. */
export async function missingFrom(cluster: Pick<Cluster, "url">, digests: readonly string[]): Promise<string[]> {
  const { rows } = await askOnce<{ digest: string }>(
    cluster.url("onethread"),
    `SELECT encode(wanted, 'hex') AS digest FROM unnest($1::bytea[]) AS wanted
     WHERE NOT EXISTS (SELECT 1 FROM webhook_events w WHERE w.digest = wanted)`,
    [digests.map((digest) => Buffer.from(digest, "hex"))],
  );
  return rows.map(({ digest }) => digest);
}
