import { type Actor, may, ok, type Result, toTypeId } from "@onethread/core";
import type { WorkspaceStatus } from "@onethread/core/api";
import { forIngest } from "@onethread/db/client";
import { countQuarantined, findIngestLag, findQuietAccounts, isOperator } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";

/** How things stand for a workspace: how late messages are, what is in quarantine, which channels have gone quiet. */
export async function readStatus(context: Context, actor: Actor): Promise<Result<WorkspaceStatus>> {
  const refused = allow(actor, "see_status");
  if (refused) return refused;
  const { workspaceId } = actor;
  const now = context.now();
  return forIngest(context.database, async (tx) => {
    const operator = await isOperator(tx, workspaceId);
    const [lag, quarantined, quiet] = await Promise.all([
      findIngestLag(tx, workspaceId, operator),
      may(actor, "see_webhooks") ? countQuarantined(tx, workspaceId, operator) : null,
      may(actor, "manage_channels") ? findQuietAccounts(tx, workspaceId) : null,
    ]);
    return ok({
      checkedAt: now.toISOString(),
      ingest: {
        lagSeconds: lag.oldestAt ? Math.max(0, (now.getTime() - lag.oldestAt.getTime()) / 1000) : 0,
        oldestAt: lag.oldestAt?.toISOString() ?? null,
        waiting: { count: lag.waiting, more: lag.more },
      },
      quarantined,
      quiet:
        quiet?.map((account) => ({
          ...account.quiet,
          channelAccountId: toTypeId("channelAccount", account.id),
          channel: account.channel as NonNullable<WorkspaceStatus["quiet"]>[number]["channel"],
          name: account.name,
        })) ?? null,
    });
  });
}
