import type { Tx } from "../client/index.ts";

/** What of a chat was asked for: the line in a site's page, or the frame that it opens. */
export type SeenPart = "line" | "frame";
/** `path`: of the page; null: the browser did not say. */
export type WidgetSighting = { origin: string; path: string | null; allowed: boolean; part: SeenPart };

/** How coarsely it is kept. Postgres' words. */
const spacing = "1 minute";
/** So many sites are kept of those that are allowed, and of those that are not: names are free to make up. */
const most = { allowed: 60, others: 20 };

/** Keeps that a chat was seen on a site, at most once a minute. False: it was, a moment ago. */
export async function noteWidgetSighting(
  tx: Tx,
  { workspaceId, channelAccountId }: { workspaceId: string; channelAccountId: string },
  { origin, path, allowed, part }: WidgetSighting,
  at: Date,
): Promise<boolean> {
  const column = part === "line" ? "line_at" : "frame_at";
  const { rows } = await tx.query<{ isNew: boolean }>({
    name: `note-widget-sighting-${part}`,
    text: `INSERT INTO widget_sightings AS s (workspace_id, channel_account_id, origin, path, allowed, ${column}, seen_at) VALUES ($1, $2, $3, $4, $5, $6, $6)
      ON CONFLICT (workspace_id, channel_account_id, origin) DO UPDATE
        SET path = coalesce(excluded.path, s.path), allowed = excluded.allowed, ${column} = excluded.${column}, seen_at = excluded.seen_at
        WHERE s.${column} IS NULL OR s.${column} <= excluded.${column} - interval '${spacing}' OR s.allowed <> excluded.allowed
      RETURNING (xmax = 0) AS "isNew"`,
    values: [workspaceId, channelAccountId, origin, path, allowed, at],
  });
  const [written] = rows;
  if (written?.isNew)
    await tx.query(
      `DELETE FROM widget_sightings WHERE workspace_id = $1 AND channel_account_id = $2 AND allowed = $3 AND origin IN (
         SELECT origin FROM widget_sightings WHERE workspace_id = $1 AND channel_account_id = $2 AND allowed = $3 ORDER BY seen_at DESC, origin OFFSET $4)`,
      [workspaceId, channelAccountId, allowed, allowed ? most.allowed : most.others],
    );
  return written !== undefined;
}
