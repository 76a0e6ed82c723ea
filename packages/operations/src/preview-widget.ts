import { type Actor, fail, ok, type Result } from "@onethread/core";
import type { VisitorConfig, WidgetSettings } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readWidget } from "@onethread/db/read";
import { allow, type Context } from "./context.ts";
import { describeWidget } from "./visitor/serve-visitor.ts";

/** What visitors who speak a language would be shown with these settings, which nobody has saved. `id`: the widget's channel account's UUID. */
export async function previewWidget(
  context: Context,
  actor: Actor,
  id: string,
  { settings: { allowedOrigins, ...settings }, language }: { settings: WidgetSettings; language: string },
): Promise<Result<VisitorConfig>> {
  const refused = allow(actor, "manage_channels");
  if (refused) return refused;
  const row = await forWorkspace(context.database, actor.workspaceId, (tx) => readWidget(tx, actor.workspaceId, id));
  return row ? ok(await describeWidget(context, { ...row, allowedOrigins, settings }, language)) : fail("not_found", "There is no such widget.");
}
