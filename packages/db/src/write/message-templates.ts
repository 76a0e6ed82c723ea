import type { ListedTemplate } from "@onethread/core";
import { type Tx, templateScope } from "../client/index.ts";

/** What a webhook says about a template; absent fields say nothing. */
export type TemplateNews = {
  workspaceId: string;
  /** For one that is not known yet. */
  newId: string;
  channel: string;
  scope: string;
  externalId: string | null;
  name: string;
  language: string;
  status?: string | undefined;
  category?: string | undefined;
  quality?: string | undefined;
  reason?: string | null | undefined;
  stale?: boolean | undefined;
  at: Date;
};

/** Brings a template in step with the platform's word; of each field the newest counts. */
export async function noteTemplate(tx: Tx, news: TemplateNews): Promise<void> {
  await tx.query({
    name: "note-template",
    text: `INSERT INTO message_templates AS t (workspace_id, id, channel, scope, name, language, external_id, status, status_at, category, category_at, quality, quality_at, reason, stale)
      VALUES ($1, $2, $3, $4, $5, $6, $7, coalesce($8::text, 'unknown'), CASE WHEN $8::text IS NULL THEN NULL ELSE $12::timestamptz END,
        $9::text, CASE WHEN $9::text IS NULL THEN NULL ELSE $12::timestamptz END, $10::text, CASE WHEN $10::text IS NULL THEN NULL ELSE $12::timestamptz END, $11::text, true)
      ON CONFLICT (workspace_id, channel, scope, name, language) DO UPDATE SET
        external_id = coalesce(t.external_id, excluded.external_id),
        status = CASE WHEN $8::text IS NOT NULL AND (t.status_at IS NULL OR ($12::timestamptz, $8::text) > (t.status_at, t.status)) THEN $8::text ELSE t.status END,
        reason = CASE WHEN $8::text IS NOT NULL AND (t.status_at IS NULL OR ($12::timestamptz, $8::text) > (t.status_at, t.status)) THEN $11::text ELSE t.reason END,
        status_at = CASE WHEN $8::text IS NOT NULL THEN greatest(t.status_at, $12::timestamptz) ELSE t.status_at END,
        category = CASE WHEN $9::text IS NOT NULL AND (t.category_at IS NULL OR ($12::timestamptz, $9::text) > (t.category_at, t.category)) THEN $9::text ELSE t.category END,
        category_at = CASE WHEN $9::text IS NOT NULL THEN greatest(t.category_at, $12::timestamptz) ELSE t.category_at END,
        quality = CASE WHEN $10::text IS NOT NULL AND (t.quality_at IS NULL OR ($12::timestamptz, $10::text) > (t.quality_at, t.quality)) THEN $10::text ELSE t.quality END,
        quality_at = CASE WHEN $10::text IS NOT NULL THEN greatest(t.quality_at, $12::timestamptz) ELSE t.quality_at END,
        deleted_at = CASE WHEN $8::text = 'deleted' AND (t.status_at IS NULL OR $12::timestamptz >= t.status_at) THEN $12::timestamptz ELSE t.deleted_at END,
        stale = t.stale OR $13::boolean`,
    values: [
      news.workspaceId,
      news.newId,
      news.channel,
      news.scope,
      news.name,
      news.language,
      news.externalId,
      news.status ?? null,
      news.category ?? null,
      news.quality ?? null,
      news.reason ?? null,
      news.at,
      news.stale ?? false,
    ],
  });
}

export type TemplateKey = { workspaceId: string; channel: string; scope: string; name: string; language: string };

export async function findTemplate(tx: Tx, key: TemplateKey): Promise<(ListedTemplate & { id: string; deletedAt: Date | null }) | null> {
  const { rows } = await tx.query(
    `SELECT id, external_id AS "externalId", name, language, status, category, quality, reason, format, components, deleted_at AS "deletedAt" FROM message_templates
     WHERE workspace_id = $1 AND channel = $2 AND scope = $3 AND name = $4 AND language = $5`,
    [key.workspaceId, key.channel, key.scope, key.name, key.language],
  );
  return rows[0] ?? null;
}

/** Puts the platform's list in place of ours: what is not in it any more is gone. Answers how many there are. */
export async function replaceTemplates(
  tx: Tx,
  owner: TemplateOwner,
  listed: readonly (ListedTemplate & { newId: string })[],
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO message_templates AS t (workspace_id, id, channel, scope, name, language, external_id, status, status_at, category, category_at, quality, quality_at, reason, format, components, stale)
     SELECT $1, x."newId", $2, $3, x.name, x.language, x."externalId", x.status, $5, x.category, $5, x.quality, $5, x.reason, x.format, x.components, false
     FROM json_to_recordset($4::json) AS x("newId" uuid, name text, language text, "externalId" text, status text, category text, quality text, reason text, format text, components jsonb)
     ON CONFLICT (workspace_id, channel, scope, name, language) DO UPDATE SET
       external_id = excluded.external_id, status = excluded.status, status_at = $5, category = excluded.category, category_at = $5, quality = excluded.quality, quality_at = $5,
       reason = excluded.reason, format = excluded.format, components = excluded.components, stale = false, deleted_at = NULL`,
    [owner.workspaceId, owner.channel, owner.scope, JSON.stringify(listed), at],
  );
  await tx.query(
    `UPDATE message_templates SET deleted_at = $4, status = 'deleted', status_at = $4
     WHERE workspace_id = $1 AND channel = $2 AND scope = $3 AND deleted_at IS NULL AND (name, language) NOT IN (SELECT * FROM unnest($5::text[], $6::text[]))`,
    [owner.workspaceId, owner.channel, owner.scope, at, listed.map((one) => one.name), listed.map((one) => one.language)],
  );
}

export type TemplateOwner = { workspaceId: string; channel: string; scope: string };
const scopeOf = templateScope("channel_accounts");

export async function findAccountForTemplates(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<{ channel: string; scope: string; flavour: string | null; accessToken: Buffer | null } | undefined> {
  const { rows } = await tx.query(
    `SELECT channel, ${scopeOf} AS scope, settings ->> 'flavour' AS flavour, access_token AS "accessToken" FROM channel_accounts
     WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL`,
    [workspaceId, id],
  );
  return rows[0];
}

/** Every account that sends this owner's templates was brought in step. */
export async function noteTemplatesSynced(tx: Tx, owner: TemplateOwner, at: Date): Promise<void> {
  await tx.query(`UPDATE channel_accounts SET templates_synced_at = $4 WHERE workspace_id = $1 AND channel = $2 AND ${scopeOf} = $3`, [
    owner.workspaceId,
    owner.channel,
    owner.scope,
    at,
  ]);
}
