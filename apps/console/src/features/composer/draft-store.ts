export type Mode = "reply" | "note";

const keyOf = (conversationId: string, mode: Mode) => `onethread.draft.${conversationId}.${mode}`;

/** What was typed and not sent. Storage can be full or forbidden; then drafts last as long as the page. */
export function readDraft(conversationId: string, mode: Mode): string {
  try {
    return localStorage.getItem(keyOf(conversationId, mode)) ?? "";
  } catch {
    return "";
  }
}

export function writeDraft(conversationId: string, mode: Mode, text: string): void {
  try {
    if (text) localStorage.setItem(keyOf(conversationId, mode), text);
    else localStorage.removeItem(keyOf(conversationId, mode));
  } catch {
    // Nothing to do: the text is still in the field.
  }
}
