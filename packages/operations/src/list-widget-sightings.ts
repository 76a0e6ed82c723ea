import { type Actor, fail, isOriginAllowed, ok, type Result } from "@onethread/core";
import type { WidgetSighting } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readWidget, readWidgetSightings } from "@onethread/db/read";
import { allow, type Context } from "./context.ts";

/** On which sites a widget has been seen running, the latest first. `id`: its channel account's UUID. */
export async function listWidgetSightings(context: Context, actor: Actor, id: string): Promise<Result<{ data: WidgetSighting[] }>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const { workspaceId } = actor;
  const found = await forWorkspace(context.database, workspaceId, async (tx) => {
    const widget = await readWidget(tx, workspaceId, id);
    return widget && { widget, rows: await readWidgetSightings(tx, workspaceId, id) };
  });
  if (!found) return fail("not_found", "There is no such widget.");
  const data = found.rows.map(({ origin, path, lineAt, frameAt, seenAt }) => ({
    origin,
    path,
    allowed: isOriginAllowed(origin, found.widget.allowedOrigins),
    lineAt: lineAt?.toISOString() ?? null,
    frameAt: frameAt?.toISOString() ?? null,
    seenAt: seenAt.toISOString(),
  }));
  return ok({ data });
}
