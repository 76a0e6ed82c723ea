import type { QueryClient } from "@tanstack/react-query";
import { takeDraft } from "../drafts/take-draft.ts";
import { draftKeeper } from "./draft-keeper.ts";
import { outbox } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/**
 * Takes entries of one conversation out of the outbox and puts what they held back into the composer's draft, before
 * what was begun there meanwhile.
 */
export function giveBack(client: QueryClient, entries: readonly OutboxEntry[]): void {
  const [first] = entries;
  if (!first) return;
  const { agentId, item, intent } = first;
  const place = { agentId, conversationId: item.conversationId, mode: intent.kind };
  const keeper = draftKeeper(place, (where, draft) => takeDraft(client, where, draft));
  const { kept } = keeper.get();
  const texts = [...entries.map(({ back }) => back.text), kept.text].filter((text) => text.trim() !== "");
  keeper.set({
    text: texts.join("\n\n"),
    files: [...entries.flatMap(({ back }) => back.files), ...kept.files],
    quoted: first.back.quoted ?? kept.quoted,
    sinceId: first.back.sinceId,
  });
  keeper.save();
  for (const entry of entries) outbox.remove(entry);
}
