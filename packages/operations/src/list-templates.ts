import { type Actor, describeTemplate, fail, ok, type Result, toTypeId } from "@onethread/core";
import type { MessageTemplate } from "@onethread/core/api";
import { readTemplates } from "@onethread/db/read";
import { allow, type Context } from "./context.ts";

/** The templates that can be sent from an account (UUID), each with what it says and what it wants filled in. */
export async function listTemplates(
  context: Context,
  actor: Actor,
  channelAccountId: string,
): Promise<Result<{ data: MessageTemplate[]; syncedAt: string | null }>> {
  const refused = allow(actor, "read");
  if (refused) return refused;
  const found = await readTemplates(context.database, actor, channelAccountId);
  if (!found) return fail("not_found", `There is no channel account ${toTypeId("channelAccount", channelAccountId)}.`);
  const { channel, templates, syncedAt } = found;
  return ok({
    data: templates.map((template) => {
      const { text, buttons, placeholders } = describeTemplate(template.components, []);
      const { name, language, status, category, quality, reason, stale } = template;
      const fields = placeholders.map((field) => ({ ...field, index: field.index ?? null, subType: field.subType ?? null }));
      return { name, language, channel, status, category, quality, reason, text, buttons, fields, usable: status === "approved", stale };
    }),
    syncedAt: syncedAt?.toISOString() ?? null,
  });
}
