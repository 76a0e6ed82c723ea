import { forIngest } from "@onethread/db/client";
import type { Context } from "./context.ts";

/**
 * Has every screen fetch what it shows again. A worker does so as it begins: the one before may have been killed between
 * writing something down and telling of it, and then nobody else ever would.
 */
export async function tellAllToRefetch(context: Context): Promise<void> {
  const { rows } = await forIngest(context.database, (tx) => tx.query<{ id: string }>("SELECT id FROM workspaces"));
  await context.realtime.publish(rows.map(({ id }) => ({ workspaceId: id, kind: "resync" as const, ids: [] })));
}
