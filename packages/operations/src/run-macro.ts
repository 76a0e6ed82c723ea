import { type Actor, type MacroAction, mentionedIds, ok, planMacro, type Result, toTypeId } from "@onethread/core";
import type { MacroRun } from "@onethread/core/api";
import { forWorkspace, newId, type Tx } from "@onethread/db/client";
import { readConversation } from "@onethread/db/read";
import { insertMacroRun } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";
import { composeNote } from "./conversation/compose-note.ts";
import { lockConversation, worksOn } from "./conversation/conversation-lock.ts";
import { applyMacroState, nextStep, readMacroState } from "./macros/state.ts";
import { readSurroundings } from "./macros/surroundings.ts";

type Input = {
  /** UUID. */
  conversationId: string;
  /** Places of actions that are left out. */
  skip?: readonly number[] | undefined;
  /** UUID. */
  lastSeenItemId?: string | undefined;
};

/**
 * Does what a macro says to a conversation, in its order and all of it or nothing: what the plan says, with an event for
 * each thing that changes. Its texts are for whoever writes: nothing is sent. `id`: UUID.
 */
export async function runMacro(context: Context, actor: Actor, id: string, input: Input): Promise<Result<MacroRun>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const { workspaceId } = actor;
  const { conversationId } = input;
  const now = context.now();
  const done = await settled(() =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      const actions = await takeActions(tx, actor, id, now);
      const locked = await lockConversation(tx, workspaceId, conversationId);
      const before = await readMacroState(tx, workspaceId, conversationId);
      const agentId = actor.kind === "agent" ? toTypeId("agent", actor.agentId) : null;
      const there = await readSurroundings(tx, workspaceId);
      const plan = planMacro(actions, before, { now: now.getTime(), agentId, mayWork: worksOn(actor, locked), ...there }, new Set(input.skip));
      const noteIds: string[] = [];
      for (const [index, step] of plan.entries()) {
        const action = actions[index];
        if (step.outcome !== "changes" || !action || action.do === "insert_text") continue;
        const here = await nextStep(tx, actor, conversationId, now);
        if (action.do === "add_note") noteIds.push(await composeNote(tx, actor, here.place, await withMentions(tx, workspaceId, action.text)));
        else await applyMacroState(here, step.before, step.after, input.lastSeenItemId);
      }
      const run = { id: newId(), workspaceId, conversationId, before, after: plan.at(-1)?.after ?? before, noteIds, at: now };
      await insertMacroRun(tx, { ...run, actorId: idOf(actor) });
      return { run, plan };
    }),
  );
  if (!done.ok) return done;
  const { run, plan } = done.value;
  await context.realtime.publish([
    { workspaceId, kind: "conversation", ids: [conversationId], conversationId },
    ...(run.noteIds.length > 0 ? [{ workspaceId, kind: "note" as const, ids: run.noteIds, conversationId }] : []),
  ]);
  const conversation = await readConversation(context.database, actor, conversationId);
  if (!conversation.ok) return conversation;
  const steps = plan.map(({ outcome, obstacle }) => ({ outcome, obstacle }));
  return ok({ id: toTypeId("macroRun", run.id), conversation: conversation.value, steps });
}

/** Whoever a run is by. Null: ourselves. */
export const idOf = (actor: Actor): string | null => (actor.kind === "agent" ? actor.agentId : actor.kind === "api_key" ? actor.keyId : null);

/** What the macro does; counts that it was used. */
async function takeActions(tx: Tx, actor: Actor, id: string, at: Date): Promise<MacroAction[]> {
  const { rows } = await tx.query<{ actions: MacroAction[] }>(
    `UPDATE macros SET uses = uses + 1, used_at = $3 WHERE workspace_id = $1 AND id = $2 AND (agent_id IS NULL OR agent_id = $4) RETURNING actions`,
    [actor.workspaceId, id, at, actor.kind === "agent" ? actor.agentId : null],
  );
  return rows[0]?.actions ?? refuse("not_found", "There is no such macro.");
}

/** A macro's note mentions whom it names. */
async function withMentions(tx: Tx, workspaceId: string, text: string): Promise<{ text: string; mentions: string[] }> {
  if (!text.includes("@")) return { text, mentions: [] };
  const { rows } = await tx.query<{ id: string; name: string }>("SELECT id, name FROM agents WHERE workspace_id = $1 AND disabled_at IS NULL", [
    workspaceId,
  ]);
  return { text, mentions: mentionedIds(text, rows) };
}
