import type { Actor, Channel, ListedTemplate } from "@onethread/core";
import { type Database, forWorkspace, templateScope } from "../client/index.ts";

export type StoredTemplate = ListedTemplate & { stale: boolean };
export type AccountTemplates = { channel: Channel; syncedAt: Date | null; templates: StoredTemplate[] };

/** The templates that can be sent from an account; null: there is no such account. */
export async function readTemplates(database: Database, actor: Actor, channelAccountId: string): Promise<AccountTemplates | null> {
  return forWorkspace(database, actor.workspaceId, async (tx) => {
    const accounts = await tx.query<{ channel: Channel; scope: string; synced: Date | null }>(
      `SELECT channel, templates_synced_at AS synced, ${templateScope("channel_accounts")} AS scope
       FROM channel_accounts WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
      [actor.workspaceId, channelAccountId],
    );
    const account = accounts.rows[0];
    if (!account) return null;
    const { rows } = await tx.query<StoredTemplate>(
      `SELECT external_id AS "externalId", name, language, status, category, quality, reason, format, components, stale FROM message_templates
       WHERE workspace_id = $1 AND channel = $2 AND scope = $3 AND deleted_at IS NULL ORDER BY name, language`,
      [actor.workspaceId, account.channel, account.scope],
    );
    return { channel: account.channel, syncedAt: account.synced, templates: rows };
  });
}
