import { type Actor, fromTypeId, toTypeId } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readConversation } from "@onethread/db/read";
import { type BulkItem, type BulkOutcome, findBulkChange, nextItems, setBulkState, settleItem, touchBulkChange } from "@onethread/db/write";
import { actorAgain } from "./bulk/actor-again.ts";
import { type Before, type BulkChangeWish, beforeOf, labelsAfter } from "./bulk/change.ts";
import type { Context } from "./context.ts";
import { updateConversation } from "./update-conversation.ts";

type Place = { workspaceId: string; bulkChangeId: string };

/** News of progress, and a look whether somebody else has gone on, after so many. */
const portion = 25;
/** One run of the job; then it makes way for others in its queue and goes on. */
const longestRunMs = 10_000;
/** Somebody else may change a conversation between our look at it and our change: looked at again so often. */
const looks = 3;

/**
 * Goes on with a change of many conversations, or with its undo. Each one is changed as if whoever asked had done it by
 * hand, with the rights they have by then; running twice does nothing twice.
 */
export async function continueBulkChange(context: Context, place: Place): Promise<void> {
  const { workspaceId, bulkChangeId } = place;
  const inWorkspace = <T>(work: Parameters<typeof forWorkspace<T>>[2]) => forWorkspace(context.database, workspaceId, work);
  for (const end = performance.now() + longestRunMs; performance.now() < end; ) {
    const step = await inWorkspace(async (tx) => {
      const bulk = await findBulkChange(tx, workspaceId, bulkChangeId);
      if (!bulk || bulk.finishedAt) return null;
      await touchBulkChange(tx, workspaceId, bulkChangeId, context.now());
      const items = await nextItems(tx, workspaceId, bulkChangeId, bulk.state === "undoing" ? "changed" : "waiting", portion);
      return { bulk, items, actor: await actorAgain(tx, workspaceId, bulk) };
    });
    if (!step) return;
    const { bulk, items, actor } = step;
    for (const item of items) {
      const outcome = actor ? await settleOne(context, actor, item, bulk.state === "undoing" ? "undo" : (bulk.change as BulkChangeWish)) : gone;
      await inWorkspace((tx) => settleItem(tx, { ...place, conversationId: item.conversationId }, outcome));
    }
    const finished = items.length < portion;
    if (finished) await inWorkspace((tx) => setBulkState(tx, workspaceId, bulkChangeId, bulk.state === "undoing" ? "undone" : "done", context.now()));
    await context.realtime.publish([{ workspaceId, kind: "bulk_change", ids: [bulkChangeId] }]);
    if (finished) return;
  }
  await context.jobs.enqueue("conversations.change", place);
}

const gone: BulkOutcome = { outcome: "skipped", reason: "forbidden" };

async function settleOne(context: Context, actor: Actor, item: BulkItem, wish: BulkChangeWish | "undo"): Promise<BulkOutcome> {
  for (let look = 1; ; look++) {
    const found = await readConversation(context.database, actor, item.conversationId);
    if (!found.ok) return { outcome: "skipped", reason: found.error.code === "moved" ? "moved" : "not_found" };
    const conversation = found.value;
    if (wish === "undo" && conversation.version !== item.versionAfter) return { outcome: "skipped", reason: "changed_since" };
    const change = wish === "undo" ? backTo(conversation, item.before as Before) : forwardTo(conversation, wish, item.seenId);
    if (!change) return { outcome: wish === "undo" ? "undone" : "unchanged" };
    const done = await updateConversation(context, actor, item.conversationId, { ...change, version: conversation.version });
    if (done.ok && wish === "undo") return { outcome: "undone" };
    if (done.ok) return { outcome: "changed", before: beforeOf(conversation), versionAfter: done.value.version };
    const { code } = done.error;
    if (code === "conversation_changed" && look < looks) continue;
    return { outcome: "skipped", reason: code === "conversation_changed" || code === "newer_message" ? "changed_since" : reasonOf(code) };
  }
}

const reasonOf = (code: string): string => (code === "forbidden" || code === "moved" || code === "not_found" ? code : "invalid_request");

type Change = Parameters<typeof updateConversation>[3];

/** What is still to be done to a conversation; null: nothing. */
function forwardTo(conversation: Conversation, wish: BulkChangeWish, seenId: string | null): Change | null {
  const labels = labelsAfter(conversation.labels, wish);
  const change: Change = {};
  if (wish.status === "snoozed" || (wish.status && wish.status !== conversation.status)) {
    change.status = wish.status;
    if (wish.status === "snoozed") change.snoozedUntil = wish.snoozedUntil ? new Date(wish.snoozedUntil) : null;
    if (wish.status === "done" && seenId) change.lastSeenItemId = seenId;
  }
  if (wish.assigneeId !== undefined && toId("agent", wish.assigneeId) !== (conversation.assignee?.id ?? null)) change.assigneeId = wish.assigneeId;
  if (wish.queueId !== undefined && toId("queue", wish.queueId) !== conversation.queueId) change.queueId = wish.queueId;
  if (wish.priority && wish.priority !== conversation.priority) change.priority = wish.priority;
  if (labels) change.labelIds = uuids(labels);
  return Object.keys(change).length > 0 ? change : null;
}

function backTo(conversation: Conversation, before: Before): Change | null {
  const change: Change = {};
  const snoozed = before.status === "snoozed";
  if (before.status !== conversation.status || (snoozed && before.snoozedUntil !== conversation.snoozedUntil)) {
    // A snooze that would have ended by now has ended.
    const until = before.snoozedUntil ? new Date(before.snoozedUntil) : null;
    const over = snoozed && until !== null && until.getTime() <= Date.now();
    change.status = over ? "open" : before.status;
    if (change.status === "snoozed") change.snoozedUntil = until;
  }
  if (before.assigneeId !== (conversation.assignee?.id ?? null)) change.assigneeId = before.assigneeId && fromTypeId("agent", before.assigneeId);
  if (before.queueId !== conversation.queueId) change.queueId = before.queueId && fromTypeId("queue", before.queueId);
  if (before.priority !== conversation.priority) change.priority = before.priority;
  if (before.labels.join() !== conversation.labels.join()) change.labelIds = uuids(before.labels);
  return Object.keys(change).length > 0 ? change : null;
}

const toId = (kind: "agent" | "queue", id: string | null): string | null => id && toTypeId(kind, id);
const uuids = (labels: readonly string[]): string[] => labels.flatMap((label) => fromTypeId("label", label) ?? []);
