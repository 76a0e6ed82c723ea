import { type Actor, ok, type Result, toTypeId } from "@onethread/core";
import type { RoutingTrial } from "@onethread/core/api";
import { forWorkspace } from "@onethread/db/client";
import { readRoutingTrials } from "@onethread/db/read";
import { readRoutingSetups, readRoutingSubjects } from "@onethread/db/write";
import { allow, type Context } from "../context.ts";
import { decide } from "./decide.ts";

/**
 * Where the rules as they are now would send cases that have begun already: of one conversation (UUID), or of the 50
 * last active. Changes nothing.
 */
export async function dryRunRouting(context: Context, actor: Actor, conversationId: string | undefined): Promise<Result<{ data: RoutingTrial[] }>> {
  const refused = allow(actor, "manage_routing");
  if (refused) return refused;
  const { workspaceId } = actor;
  return forWorkspace(context.database, workspaceId, async (tx) => {
    const items = await readRoutingTrials(tx, workspaceId, conversationId);
    const [setup = { workspaceId, rules: [], queues: [], agents: [], labels: [], hours: [], defaultQueueId: null }] = await readRoutingSetups(tx, [
      workspaceId,
    ]);
    const subjects = new Map((await readRoutingSubjects(tx, items, { fresh: false })).map((subject) => [subject.itemId, subject]));
    const data = items.flatMap(({ itemId }) => {
      const subject = subjects.get(itemId);
      if (!subject) return [];
      const { to: _, ...decided } = decide(setup, subject);
      return [{ conversation: { id: toTypeId("conversation", subject.conversationId), customer: subject.customer }, ...decided }];
    });
    return ok({ data });
  });
}
