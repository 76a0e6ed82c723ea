"use client";
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react";

export type EditorHandle = { focus: () => void; insert: (text: string) => void };

type Props = {
  ref?: Ref<EditorHandle>;
  value: string;
  onChange: (text: string) => void;
  onSend: () => void;
  /** Takes pasted files; null where none are taken. */
  onFiles: ((files: File[]) => void) | null;
  label: string;
  placeholder: string;
  describedBy: string;
};

/** A plain text field that grows from 3 to 14 lines. ⌘/Ctrl+Enter sends, but never while an input method composes. */
export function Editor({ ref, value, onChange, onSend, onFiles, label, placeholder, describedBy }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => {
      const element = field.current;
      element?.focus();
      element?.setSelectionRange(element.value.length, element.value.length);
    },
    insert: (text) => {
      const element = field.current;
      if (!element) return;
      element.focus();
      const { selectionStart: start, selectionEnd: end } = element;
      onChange(`${value.slice(0, start)}${text}${value.slice(end)}`);
      requestAnimationFrame(() => element.setSelectionRange(start + text.length, start + text.length));
    },
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
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      onSend();
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
      dir="auto"
      rows={3}
      value={value}
      aria-label={label}
      aria-describedby={describedBy}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
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
