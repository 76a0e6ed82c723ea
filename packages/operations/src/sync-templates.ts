import { adapters, type MetaChannel } from "@onethread/channels";
import { type Actor, fail, type ListedTemplate, ok, type Result } from "@onethread/core";
import { forIngest, forWorkspace, newId } from "@onethread/db/client";
import { findAccountForTemplates, noteTemplatesSynced, replaceTemplates } from "@onethread/db/write";
import { openAccessToken } from "./channel/open-access-token.ts";
import { allow, type Context } from "./context.ts";

/** More pages than this is no list of templates: 6,000 templates are the most an account may have, 100 stand on a page. */
const maxPages = 80;

/** Reads an account's templates from the platform and puts them in place of what we knew. Answers how many there are. */
export async function syncTemplates(context: Context, actor: Actor, channelAccountId: string): Promise<Result<{ count: number }>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const { workspaceId } = actor;
  const account = await forWorkspace(context.database, workspaceId, (tx) => findAccountForTemplates(tx, workspaceId, channelAccountId));
  if (!account) return fail("not_found", "There is no such channel account.");
  if (!account.accessToken) return fail("channel_unavailable", "The channel has no access token. An admin can add one.");
  const token = openAccessToken(context, { workspaceId, channelAccountId, accessToken: account.accessToken });
  const listed = await listAll(context, account, token);
  if (!listed.ok) return listed;
  const owner = { workspaceId, channel: account.channel, scope: account.scope };
  const now = context.now();
  await forIngest(context.database, async (tx) => {
    await replaceTemplates(
      tx,
      owner,
      listed.value.map((one) => ({ ...one, newId: newId() })),
      now,
    );
    await noteTemplatesSynced(tx, owner, now);
  });
  await context.realtime.publish([{ workspaceId, kind: "channel_account", ids: [channelAccountId] }]);
  return ok({ count: listed.value.length });
}

async function listAll(
  context: Context,
  account: { channel: string; scope: string; flavour: string | null },
  token: string,
): Promise<Result<ListedTemplate[]>> {
  const adapter = adapters[account.channel as MetaChannel];
  const all: ListedTemplate[] = [];
  let after: string | null = null;
  for (let page = 0; page < maxPages; page++) {
    const call = adapter.renderTemplateList({ scope: account.scope, after });
    if (!call) return fail("channel_unavailable", "This channel has no templates.");
    const answer = await context.callPlatform(call, token).catch(() => null);
    if (!answer) return fail("channel_unavailable", "The platform can't be reached. Try again in a moment.");
    const list = adapter.readTemplateList(answer);
    if (list.kind === "refused") return fail("channel_unavailable", list.error.message);
    all.push(...list.templates);
    if (list.next === null) return ok(all);
    after = list.next;
  }
  return fail("channel_unavailable", "The platform's list of templates does not end.");
}
