import { forIngest } from "@onethread/db/client";
import {
  addUpQueueChanges,
  analyzeWhatGrew,
  findForsakenBulkChanges,
  findForsakenReplays,
  forgetOldDecisions,
  forgetPastPace,
  forgetVisitorSessions,
  hasMediaDue,
  keepSearchBlocks,
  sweepSends,
  wakeSnoozed,
} from "@onethread/db/write";
import { failpoint } from "#failpoint";
import type { Context } from "./context.ts";
import { drainWebhooks } from "./drain-webhooks.ts";
import { sendDueMessages } from "./send-scheduled.ts";

/** Rings that were lost are rung again only after this long, so that the sweep does not race a job that is on its way. */
const ringGrace = 5000;

/** Why a case went where it did is kept so long, and while the case is open. Milliseconds. */
const decisionsKept = 180 * 24 * 60 * 60 * 1000;

/**
 * Finds work that no job carries any more and does it: stored webhooks (drained here, since a ring is swallowed while a
 * killed worker's job still counts as active), sends that hang, replies whose time has come, files and profiles to ask for, snoozes that are over;
 * adds up the queues' sizes; and keeps what searches find messages by. Every worker runs it every 2 s. Answers how
 * many webhooks were settled.
 */
export async function sweep(context: Context): Promise<number> {
  // First, so that what follows is planned for the tables as they are.
  await forIngest(context.database, analyzeWhatGrew);
  const settled = await drainWebhooks(context);
  const now = context.now();
  const { given, due } = await forIngest(context.database, async (tx) => {
    const late = await sweepSends(tx, now);
    if (late.given.length > 0) await failpoint("sweep.given_up");
    const overdue = await sweepSends(tx, new Date(now.getTime() - ringGrace));
    return { given: [...late.given, ...overdue.given], due: [...overdue.due, ...late.given] };
  });
  if (given.length > 0) await failpoint("sweep.committed");
  for (const { workspaceId, conversationId } of due) await context.jobs.insist("message.deliver", { workspaceId, conversationId });
  if (given.length > 0) await failpoint("sweep.rung");
  await sendDueMessages(context);
  const woken = await forIngest(context.database, (tx) => wakeSnoozed(tx, now));
  await forIngest(context.database, addUpQueueChanges);
  await forIngest(context.database, (tx) => forgetPastPace(tx, now));
  await forIngest(context.database, keepSearchBlocks);
  if (await forIngest(context.database, (tx) => hasMediaDue(tx, new Date(now.getTime() - ringGrace)))) await context.jobs.insist("media.fetch", {});
  // Names and pictures grow old: every ten minutes those that are a day old, and whose person wrote since, are asked for.
  if (now.getUTCMinutes() % 10 === 0 && now.getUTCSeconds() < 4) await context.jobs.enqueue("profiles.fetch", {});
  if (now.getUTCSeconds() < 4) {
    await context.jobs.enqueue("channels.listen", {});
    await forIngest(context.database, (tx) => forgetOldDecisions(tx, new Date(now.getTime() - decisionsKept)));
    await forIngest(context.database, (tx) => forgetVisitorSessions(tx, now));
  }
  const forsaken = await forIngest(context.database, (tx) => findForsakenReplays(tx, new Date(now.getTime() - ringGrace)));
  for (const replay of forsaken) await context.jobs.insist("webhooks.replay", replay);
  // Longer than one conversation may take: somebody may still be at it.
  const halted = await forIngest(context.database, (tx) => findForsakenBulkChanges(tx, new Date(now.getTime() - 4 * ringGrace)));
  for (const bulk of halted) await context.jobs.insist("conversations.change", bulk);
  await context.realtime.publish([
    ...given.map(({ workspaceId, conversationId, id }) => ({ workspaceId, kind: "message" as const, ids: [id], conversationId })),
    ...woken.map(({ workspaceId, conversationId }) => ({ workspaceId, kind: "conversation" as const, ids: [conversationId], conversationId })),
  ]);
  return settled;
}
