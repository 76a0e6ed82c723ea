import type { Actor, Result } from "@onethread/core";
import { type BulkChange, mostAtOnce } from "@onethread/core/api";
import { forWorkspace, newId } from "@onethread/db/client";
import { type ConversationSet, limitTime, orTooSlow } from "@onethread/db/read";
import { addBulkChange, addMatching, addNamed } from "@onethread/db/write";
import type { BulkChangeWish } from "./bulk/change.ts";
import { allow, type Context, refuse, settled } from "./context.ts";
import { readBulkChange } from "./read-bulk-change.ts";

/** Named conversations (UUIDs), or all of a list as it is now. */
export type Which = { ids: string[] } | { matching: ConversationSet };

/** Begins to change many conversations: fixes which ones, and leaves the rest to a job. */
export async function startBulkChange(context: Context, actor: Actor, which: Which, wish: BulkChangeWish): Promise<Result<BulkChange>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const { workspaceId } = actor;
  const id = newId();
  const now = context.now();
  const begin = () =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      if (wish.status === "snoozed" && (wish.snoozedUntil === undefined || (wish.snoozedUntil && new Date(wish.snoozedUntil) <= now)))
        refuse("invalid_request", "Say until when to snooze.", {
          errors: [{ pointer: "/change/snoozedUntil", detail: "must be a time in the future, or null: until the customer writes" }],
        });
      await addBulkChange(tx, actor, { id, change: wish, at: now });
      if ("ids" in which) return addNamed(tx, workspaceId, id, which.ids);
      await limitTime(tx, which.matching);
      if ((await addMatching(tx, actor, id, which.matching, mostAtOnce)) > mostAtOnce)
        refuse("invalid_request", `These are more than ${mostAtOnce} conversations. Narrow the list first.`);
    });
  const done = await orTooSlow(() => settled(begin));
  if (!done.ok) return done;
  await context.jobs.enqueue("conversations.change", { workspaceId, bulkChangeId: id });
  return readBulkChange(context, actor, id);
}
