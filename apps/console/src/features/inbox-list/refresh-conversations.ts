import type { Conversation } from "@onethread/core/api";
import type { QueryClient } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { type ConversationFilter, getConversation, listConversations } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import { belongsTo } from "../inbox/views.ts";
import { changeRow, type ListData, mergeFirstPage } from "./merge-first-page.ts";

/** More changed conversations than this at once, and reading the list again is cheaper. */
const singleFetches = 12;

/** Brings lists and open conversations up to date after news about these conversations. */
export async function refreshConversations(client: QueryClient, ids: readonly string[], agentId: string | null): Promise<void> {
  if (ids.length > singleFetches) {
    await client.invalidateQueries({ queryKey: keys.conversations });
    return;
  }
  const fetched = new Map<string, Conversation | null>();
  const read = async (id: string): Promise<Conversation | null> => {
    const conversation = await getConversation(id).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    });
    fetched.set(id, conversation?.id === id ? conversation : null);
    return conversation;
  };
  await Promise.all(ids.filter((id) => isShown(client, id)).map(read));
  for (const [id, conversation] of fetched) if (conversation) client.setQueryData(keys.conversation(id), conversation);

  const lists = client.getQueryCache().findAll({ queryKey: [...keys.conversations, "list"] });
  await Promise.all(
    lists.map(async (list) => {
      if (!list.isActive()) return client.invalidateQueries({ queryKey: list.queryKey, refetchType: "none" });
      const filter = list.queryKey[2] as ConversationFilter;
      const fresh = await listConversations(filter);
      const inFresh = new Set(fresh.data.map((row) => row.id));
      const gone = new Set([...fetched].filter(([id, row]) => !inFresh.has(id) && (!row || !belongsTo(filter, row, agentId))).map(([id]) => id));
      client.setQueryData<ListData>(list.queryKey, (old) => {
        let merged = old && mergeFirstPage(old, fresh, gone);
        for (const [id, row] of fetched) if (merged && row && !inFresh.has(id)) merged = changeRow(merged, id, () => row);
        return merged;
      });
    }),
  );
}

/** Only what somebody can see is worth a request of its own. */
function isShown(client: QueryClient, id: string): boolean {
  if (client.getQueryCache().find({ queryKey: keys.conversation(id) })) return true;
  const lists = client.getQueriesData<ListData>({ queryKey: [...keys.conversations, "list"], type: "active" });
  return lists.some(([, data]) => (data?.pages.length ?? 0) > 1 && data?.pages.some((page) => page.data.some((row) => row.id === id)));
}
