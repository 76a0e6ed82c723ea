import type { EditorKey, EditorProps } from "./field.ts";
import type { After } from "./use-send.ts";

/**
 * What a key does in a field: something of its lists first, then it sends, then Escape leaves. Answers whether it was
 * meant for any of that. Keys of an input method never come here.
 */
export function fieldKey(event: EditorKey, { onKey, onSend, enterSends }: EditorProps, leave: () => void): boolean {
  if (onKey(event)) return true;
  const sends = event.key === "Enter" ? sendingKey(event, enterSends) : undefined;
  if (sends !== undefined) {
    onSend(sends);
    return true;
  }
  if (event.key !== "Escape") return false;
  leave();
  return true;
}

/** What Enter does with its modifiers; undefined: it does not send. */
function sendingKey({ metaKey, ctrlKey, shiftKey, altKey }: EditorKey, enterSends: boolean): After | undefined {
  if (!metaKey && !ctrlKey) return enterSends && !shiftKey && !altKey ? null : undefined;
  if (shiftKey && altKey) return undefined;
  return shiftKey ? "done" : altKey ? "snooze" : null;
}
