import type { QueryClient } from "@tanstack/react-query";
import { takeDraft } from "../drafts/take-draft.ts";
import { draftKeeper } from "./draft-keeper.ts";
import type { DraftPlace } from "./draft-store.ts";
import { outbox } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";

/** Puts something that was sent back into the composer's draft, before what was begun there meanwhile. */
export function putBack(client: QueryClient, place: DraftPlace, ...parts: OutboxEntry["back"][]): void {
  const keeper = draftKeeper(place, (where, draft) => takeDraft(client, where, draft));
  const { kept } = keeper.get();
  const texts = [...parts.map(({ text }) => text), kept.text].filter((text) => text.trim() !== "");
  keeper.set({
    text: texts.join("\n\n"),
    files: [...parts.flatMap(({ files }) => files), ...kept.files],
    quoted: parts[0]?.quoted ?? kept.quoted,
    sinceId: parts[0]?.sinceId ?? kept.sinceId,
  });
  keeper.save();
}

/** Takes entries of one conversation out of the outbox, and puts what they held back. */
export function giveBack(client: QueryClient, entries: readonly OutboxEntry[]): void {
  const [first] = entries;
  if (!first) return;
  const { agentId, item, intent } = first;
  putBack(client, { agentId, conversationId: item.conversationId, mode: intent.kind }, ...entries.map(({ back }) => back));
  for (const entry of entries) outbox.remove(entry);
}
