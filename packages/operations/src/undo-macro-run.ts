import { type Actor, type MacroState, type Result, takeMacroBack } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import { forWorkspace, type Tx } from "@onethread/db/client";
import { readConversation } from "@onethread/db/read";
import { findMacroRun, refreshConversations, setMacroRunUndone, takeNotesBack } from "@onethread/db/write";
import { allow, type Context, refuse, settled } from "./context.ts";
import { mayWorkOn } from "./conversation/conversation-lock.ts";
import { applyMacroState, nextStep, readMacroState } from "./macros/state.ts";
import { readSurroundings } from "./macros/surroundings.ts";
import { idOf } from "./run-macro.ts";

/** After this long nobody remembers what they take back. Milliseconds. */
const undoableFor = 3_600_000;

/**
 * Takes back what a run of a macro did to its conversation, notes included. Only whoever ran it may; what somebody has
 * changed since stays as it is. `id`: UUID of the run.
 */
export async function undoMacroRun(context: Context, actor: Actor, id: string): Promise<Result<Conversation>> {
  const refused = allow(actor, "work_cases");
  if (refused) return refused;
  const { workspaceId } = actor;
  const now = context.now();
  const done = await settled(() =>
    forWorkspace(context.database, workspaceId, async (tx) => {
      const run = (await findMacroRun(tx, workspaceId, id)) ?? refuse("not_found", "There is no such run of a macro.");
      if (run.actorId !== idOf(actor)) refuse("forbidden", "Only whoever ran this macro may take it back.");
      if (run.undoneAt) refuse("already_undone", "This is taken back already.");
      if (now.getTime() - run.at.getTime() > undoableFor) refuse("not_retryable", "This is too old to be taken back.");
      const step = await nextStep(tx, actor, run.conversationId, now);
      const current = await readMacroState(tx, workspaceId, run.conversationId);
      // Whoever gave a conversation away may take that back.
      if (current.assigneeId !== run.after.assigneeId) mayWorkOn(actor, step.conversation);
      const wanted = takeMacroBack(run.before, run.after, current, now.getTime());
      await applyMacroState(step, current, await stillThere(tx, workspaceId, current, wanted));
      const notes = await takeNotesBack(tx, workspaceId, run.noteIds, now);
      const touch = { workspace_id: workspaceId, id: run.conversationId, unread: 0, channels: [], opens: false, case_id: null };
      if (notes.length > 0) await refreshConversations(tx, [touch], null);
      await setMacroRunUndone(tx, workspaceId, id, now);
      return { conversationId: run.conversationId, notes };
    }),
  );
  if (!done.ok) return done;
  const { conversationId, notes } = done.value;
  await context.realtime.publish([
    { workspaceId, kind: "conversation", ids: [conversationId], conversationId },
    ...(notes.length > 0 ? [{ workspaceId, kind: "note" as const, ids: notes, conversationId }] : []),
  ]);
  return readConversation(context.database, actor, conversationId);
}

/** Who has left and what was deleted meanwhile does not come back. */
async function stillThere(tx: Tx, workspaceId: string, current: MacroState, wanted: MacroState): Promise<MacroState> {
  const { agents, queues, labels } = await readSurroundings(tx, workspaceId);
  return {
    ...wanted,
    assigneeId: wanted.assigneeId === null || agents.has(wanted.assigneeId) ? wanted.assigneeId : current.assigneeId,
    queueId: wanted.queueId === null || queues.has(wanted.queueId) ? wanted.queueId : current.queueId,
    labels: wanted.labels.filter((label) => labels.has(label)),
  };
}
