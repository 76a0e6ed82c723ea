import type { Tx } from "../client/index.ts";

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
        status = CASE WHEN $8 IS NOT NULL AND (t.status_at IS NULL OR ($12, $8) > (t.status_at, t.status)) THEN $8 ELSE t.status END,
        reason = CASE WHEN $8 IS NOT NULL AND (t.status_at IS NULL OR ($12, $8) > (t.status_at, t.status)) THEN $11 ELSE t.reason END,
        status_at = CASE WHEN $8 IS NOT NULL THEN greatest(t.status_at, $12) ELSE t.status_at END,
        category = CASE WHEN $9 IS NOT NULL AND (t.category_at IS NULL OR ($12, $9) > (t.category_at, t.category)) THEN $9 ELSE t.category END,
        category_at = CASE WHEN $9 IS NOT NULL THEN greatest(t.category_at, $12) ELSE t.category_at END,
        quality = CASE WHEN $10 IS NOT NULL AND (t.quality_at IS NULL OR ($12, $10) > (t.quality_at, t.quality)) THEN $10 ELSE t.quality END,
        quality_at = CASE WHEN $10 IS NOT NULL THEN greatest(t.quality_at, $12) ELSE t.quality_at END,
        deleted_at = CASE WHEN $8 = 'deleted' AND (t.status_at IS NULL OR $12 >= t.status_at) THEN $12 ELSE t.deleted_at END,
        stale = t.stale OR $13`,
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

/** A template as the platform lists it. */
export type ListedTemplate = {
  externalId: string;
  name: string;
  language: string;
  status: string;
  category: string | null;
  quality: string | null;
  reason: string | null;
  format: "positional" | "named";
  components: unknown[];
};

/** Puts the platform's list in place of ours: what is not in it any more is gone. Answers how many there are. */
export async function replaceTemplates(
  tx: Tx,
  owner: { workspaceId: string; channel: string; scope: string },
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
