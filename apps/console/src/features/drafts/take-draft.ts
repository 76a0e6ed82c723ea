import type { Conversation, Draft } from "@onethread/core/api";
import type { QueryClient } from "@tanstack/react-query";
import type { ConversationFilter } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";
import type { DraftPlace } from "../composer/draft-store.ts";
import { belongsTo } from "../inbox/views.ts";
import { changeRow, type ListData } from "../inbox-list/merge-first-page.ts";

/** What the server has now of a draft, into every row that shows it. */
export function takeDraft(client: QueryClient, { agentId, conversationId, mode }: DraftPlace, draft: Draft | null): void {
  let begunOrOver = false;
  const change = (row: Conversation): Conversation => {
    // The other mode's draft, which is shown while it is the newer one, stays.
    const next = draft ? { mode, preview: draft.text.slice(0, 200), updatedAt: draft.updatedAt } : row.draft?.mode === mode ? null : row.draft;
    begunOrOver ||= (next === null) !== (row.draft === null);
    return { ...row, draft: next };
  };
  const known = client.getQueryData<Conversation>(keys.conversation(conversationId));
  if (known) client.setQueryData(keys.conversation(conversationId), change(known));
  for (const query of client.getQueryCache().findAll({ queryKey: [...keys.conversations, "list"] })) {
    const filter = query.queryKey[2] as ConversationFilter;
    client.setQueryData<ListData>(query.queryKey, (old) => {
      if (!old) return old;
      return changeRow(old, conversationId, (row) => {
        const next = change(row);
        return belongsTo(filter, next, agentId) ? next : null;
      });
    });
  }
  if (!begunOrOver && known) return;
  void client.invalidateQueries({ queryKey: keys.viewCounts });
  void client.invalidateQueries({ predicate: ({ queryKey }) => isDraftsView(queryKey) });
}

const isDraftsView = (queryKey: readonly unknown[]): boolean =>
  queryKey[0] === "conversations" && queryKey[1] === "list" && (queryKey[2] as ConversationFilter).view === "drafts";
