import type { Conversation } from "@onethread/core/api";
import type { QueryClient } from "@tanstack/react-query";
import type { ConversationFilter } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { belongsTo } from "../inbox/views.ts";
import { changeRow, type ListData } from "../inbox-list/merge-first-page.ts";

/** Writes a conversation everywhere it is shown; it leaves the lists whose view it no longer belongs to. */
export function writeConversation(client: QueryClient, conversation: Conversation, agentId: string | null): void {
  client.setQueryData(keys.conversation(conversation.id), conversation);
  for (const query of client.getQueryCache().findAll({ queryKey: [...keys.conversations, "list"] })) {
    const filter = query.queryKey[2] as ConversationFilter;
    const stays = belongsTo(filter, conversation, agentId);
    client.setQueryData<ListData>(query.queryKey, (old) => old && changeRow(old, conversation.id, () => (stays ? conversation : null)));
  }
}
