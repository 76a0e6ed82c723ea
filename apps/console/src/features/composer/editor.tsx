"use client";
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import type { After } from "./use-send.ts";

export type EditorHandle = {
  focus: () => void;
  insert: (text: string) => void;
  /** Puts `text` in the place of what stands from `start` to `end`, so that the browser's undo takes it back. */
  replace: (start: number, end: number, text: string) => void;
  select: (start: number, end: number) => void;
  selection: () => { start: number; end: number };
  text: () => string;
};

type Props = {
  ref?: Ref<EditorHandle>;
  value: string;
  onChange: (text: string) => void;
  onSend: (after: After) => void;
  /** Enter alone sends; Shift+Enter begins a line. */
  enterSends: boolean;
  /** Takes pasted files; null where none are taken. */
  onFiles: ((files: File[]) => void) | null;
  label: string;
  placeholder: string;
  describedBy: string;
  /** Sees a key first; answers whether it was its own. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  onCaret: (offset: number) => void;
  /** The list that what is typed chooses from, while it is open. */
  list: { id: string; active: string | undefined } | null;
};

/** A plain text field that grows from 3 to 14 lines. ⌘/Ctrl+Enter sends (Enter alone for who prefers that), but never while an input method composes. */
export function Editor({ ref, value, onChange, onSend, enterSends, onFiles, label, placeholder, describedBy, onKey, onCaret, list }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => {
      const element = field.current;
      element?.focus();
      element?.setSelectionRange(element.value.length, element.value.length);
    },
    insert: (text) => {
      const element = field.current;
      if (element) put(element, element.selectionStart, element.selectionEnd, text);
    },
    replace: (start, end, text) => field.current && put(field.current, start, end, text),
    select: (start, end) => {
      field.current?.focus();
      field.current?.setSelectionRange(start, end);
    },
    selection: () => ({ start: field.current?.selectionStart ?? 0, end: field.current?.selectionEnd ?? 0 }),
    text: () => field.current?.value ?? "",
  }));
  // Browsers without field-sizing grow it by hand.
  useEffect(() => {
    const element = field.current;
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight, 14 * 22)}px`;
    void value;
  }, [value]);

  const key = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const sends = event.key === "Enter" ? sendingKey(event, enterSends) : undefined;
    if (sends !== undefined) {
      event.preventDefault();
      onSend(sends);
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      event.currentTarget.blur();
    }
  };
  return (
    <textarea
      ref={field}
      data-testid="composer-input"
      data-region-start
      dir="auto"
      rows={3}
      value={value}
      aria-label={label}
      aria-describedby={describedBy}
      placeholder={placeholder}
      aria-autocomplete="list"
      aria-controls={list?.id}
      aria-activedescendant={list?.active}
      onChange={(event) => {
        onChange(event.target.value);
        onCaret(event.target.selectionStart);
      }}
      onSelect={(event) => onCaret(event.currentTarget.selectionStart)}
      onKeyDown={key}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        // Copied cells of a sheet come as words and as a picture of them: the words are meant.
        if (!onFiles || files.length === 0 || event.clipboardData.getData("text/plain") !== "") return;
        event.preventDefault();
        onFiles(files);
      }}
      className="field-sizing-content max-h-[308px] min-h-[66px] w-full resize-none overflow-y-auto bg-transparent px-3 py-1 text-body outline-none placeholder:text-subtle"
    />
  );
}

/** What Enter does with its modifiers; undefined: it does not send. */
function sendingKey({ metaKey, ctrlKey, shiftKey, altKey }: KeyboardEvent, enterSends: boolean): After | undefined {
  if (!metaKey && !ctrlKey) return enterSends && !shiftKey && !altKey ? null : undefined;
  if (shiftKey && altKey) return undefined;
  return shiftKey ? "done" : altKey ? "snooze" : null;
}

/** `insertText` is old and the only way that keeps the browser's undo; where it is gone, the text comes without. */
function put(element: HTMLTextAreaElement, start: number, end: number, text: string): void {
  element.focus();
  element.setSelectionRange(start, end);
  if (document.execCommand("insertText", false, text)) return;
  element.setRangeText(text, start, end, "end");
  element.dispatchEvent(new Event("input", { bubbles: true }));
}
