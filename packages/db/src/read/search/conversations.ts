import { type Actor, toTypeId } from "@onethread/core";
import type { Conversation } from "@onethread/core/api";
import type { Tx } from "../../client/index.ts";
import { agentOf, type ConversationRow, conversationColumns, conversationJoins, toConversation } from "../conversations.ts";
import { conversationConditions, type SearchFilters } from "./filters.ts";

/** Conversations by their ids, in that order, or the latest; those the filters of a search leave out are left out. */
export async function readSearchedConversations(
  tx: Tx,
  actor: Actor,
  ids: readonly string[] | null,
  filters: SearchFilters,
  most: number,
): Promise<Conversation[]> {
  const values: unknown[] = [actor.workspaceId, agentOf(actor)];
  const add = (value: unknown) => `$${values.push(value)}`;
  const conditions = ["v.last_message_id IS NOT NULL", ...conversationConditions(filters, add)];
  if (filters.channel.length > 0) conditions.push(`v.channels && ${add(filters.channel)}::text[]`);
  if (ids) conditions.push(`v.id = ANY(${add(ids)}::uuid[])`);
  const { rows } = await tx.query<ConversationRow>(
    `SELECT ${conversationColumns} FROM conversations v ${conversationJoins("$2")} WHERE v.workspace_id = $1${conditions.map((one) => ` AND ${one}`).join("")}
     ORDER BY v.last_activity_at DESC, v.id DESC LIMIT ${add(most)}`,
    values,
  );
  const found = rows.map(toConversation);
  const order = ids?.map((id) => toTypeId("conversation", id));
  return order ? found.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)) : found;
}
