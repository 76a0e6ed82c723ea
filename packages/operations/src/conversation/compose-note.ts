import { type Actor, storable, toTypeId } from "@onethread/core";
import { newId, type Tx } from "@onethread/db/client";
import { refreshConversations, writeItems, writeMentions } from "@onethread/db/write";
import { refuse } from "../context.ts";
import { composedRow } from "./compose-item.ts";

type Place = { workspaceId: string; conversationId: string; caseId: string | null; at: Date };

/**
 * Writes a note into a conversation that the caller holds locked, and makes whom it mentions follow it. `mentions`: agents'
 * UUIDs; refuses those who are none of the workspace, naming each by its place. Answers the note's UUID.
 */
export async function composeNote(tx: Tx, actor: Actor, place: Place, note: { text: string; mentions: readonly string[] }): Promise<string> {
  const { workspaceId, conversationId, at } = place;
  const id = newId();
  const mentioned = await findMentioned(tx, workspaceId, note.mentions);
  const mentions = mentioned.map((agent) => ({ id: toTypeId("agent", agent.id), name: agent.name }));
  const content = { kind: "note", text: storable(note.text), ...(mentions.length > 0 ? { mentions } : {}) };
  await writeItems(tx, [{ ...composedRow(actor, { ...place, id }), type: "note", content }]);
  const authorId = actor.kind === "agent" ? actor.agentId : null;
  await writeMentions(
    tx,
    { workspaceId, itemId: id, conversationId, at, authorId },
    mentioned.map((agent) => agent.id),
  );
  const touch = { workspace_id: workspaceId, id: conversationId, unread: 0, channels: [], opens: false, case_id: null };
  await refreshConversations(tx, [touch], null);
  return id;
}

async function findMentioned(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<{ id: string; name: string }>(
    "SELECT id, name FROM agents WHERE workspace_id = $1 AND id = ANY($2::uuid[]) AND disabled_at IS NULL",
    [workspaceId, ids],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const unknown = ids.flatMap((id, index) => (known.has(id) ? [] : [{ pointer: `/mentions/${index}`, detail: "is not an agent of this workspace" }]));
  if (unknown.length > 0) refuse("invalid_request", "A note can mention agents of the workspace only.", { errors: unknown });
  return [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
}
