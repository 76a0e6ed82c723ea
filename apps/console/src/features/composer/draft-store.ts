import type { Attachment, Draft, DraftMode, TimelineItem } from "@onethread/core/api";

export type Mode = DraftMode;
export const modes = ["reply", "note"] as const satisfies readonly Mode[];

/** What was typed and not sent, as this browser keeps it. */
export type KeptDraft = {
  text: string;
  files: Attachment[];
  quoted: TimelineItem | null;
  /** The newest message that stood there when it was begun: an answer of the team after it is news to the writer. */
  sinceId: string | null;
  /** The server's version it was made from; null: the server had none. */
  version: number | null;
  /** Something in it is not on the server yet. */
  dirty: boolean;
};

export type DraftPlace = { agentId: string; conversationId: string; mode: Mode };

export const noDraft: KeptDraft = { text: "", files: [], quoted: null, sinceId: null, version: null, dirty: false };

export const isEmpty = ({ text, files, quoted }: KeptDraft): boolean => text === "" && files.length === 0 && quoted === null;

export const sameContent = (kept: KeptDraft, theirs: Draft): boolean =>
  kept.text === theirs.text &&
  (kept.quoted?.id ?? null) === theirs.replyToId &&
  kept.files.map(({ id }) => id).join() === theirs.attachments.map(({ id }) => id).join();

const keyOf = ({ agentId, conversationId, mode }: DraftPlace) => `onethread.draft.${agentId}.${conversationId}.${mode}`;

export function readKept(place: DraftPlace): KeptDraft {
  try {
    return { ...noDraft, ...(JSON.parse(localStorage.getItem(keyOf(place)) ?? "{}") as Partial<KeptDraft>) };
  } catch {
    return noDraft;
  }
}

/** Storage can be full or forbidden; then drafts last as long as the page, and on the server. */
export function writeKept(place: DraftPlace, kept: KeptDraft): void {
  try {
    if (isEmpty(kept) && !kept.dirty) localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), JSON.stringify(kept));
  } catch {
    // Nothing to do: the text is still in the field.
  }
}
