import type { ConversationCondition } from "@onethread/core";
import type { ConversationSet } from "../../api/conversations.ts";
import { asGroup, isGroup, partsOf, wordOf } from "../conditions/blank-leaf.ts";

/** Everything that narrows a list, but for what is searched, as one condition: what a kept view holds. */
export function asCondition({ view, queueId, channel, filter }: ConversationSet): ConversationCondition {
  const parts: ConversationCondition[] = [];
  if (view === "mentions") parts.push({ field: "mention", op: "in", values: ["new", "seen"] });
  else if (view === "watching") {
    parts.push({ field: "status", op: "not_in", values: ["done"] }, { field: "follower", op: "in", values: ["me"] });
  } else if (view === "snoozed" || view === "done") parts.push({ field: "status", op: "in", values: [view] });
  else if (view) parts.push({ field: "status", op: "in", values: ["open"] });
  if (view === "mine") parts.push({ field: "assignee", op: "in", values: ["me"] });
  if (view === "unassigned") parts.push({ field: "assignee", op: "in", values: ["nobody"] });
  if (queueId) parts.push({ field: "queue", op: "in", values: [queueId] });
  if (channel) parts.push({ field: "channel", op: "in", values: [channel] });
  const group = filter ? asGroup(filter) : null;
  if (group && isGroup(group) && wordOf(group) === "all") parts.push(...partsOf(group));
  else if (group) parts.push(group);
  return { all: parts };
}
