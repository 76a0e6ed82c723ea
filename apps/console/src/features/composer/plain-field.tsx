"use client";
import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { cn } from "../../ui/class-names.ts";
import { type FieldProps, fieldClass, filesOnly } from "./field.ts";
import { fieldKey } from "./field-key.ts";
import { followSteps } from "./typed-steps.ts";

type Props = FieldProps & { onComposing: (composing: boolean) => void };

/** A plain text field that grows from 3 to 14 lines: there at once, and for texts that are too long for the editor. */
export function PlainField({ ref, start, onComposing, ...props }: Props) {
  const { value, onChange, onFiles, label, placeholder, describedBy, onCaret, list } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const steps = useRef(followSteps({ text: value, caret: value.length }));
  steps.current.replaced({ text: value, caret: value.length });
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
    replace: (from, to, text) => field.current && put(field.current, from, to, text),
    select: (from, to) => {
      field.current?.focus();
      field.current?.setSelectionRange(from, to);
    },
    selection: () => ({ start: field.current?.selectionStart ?? 0, end: field.current?.selectionEnd ?? 0 }),
    text: () => field.current?.value ?? "",
    element: () => field.current,
    handOver: () => {
      const element = field.current;
      return {
        text: element?.value ?? "",
        selection: {
          start: element?.selectionStart ?? 0,
          end: element?.selectionEnd ?? 0,
          backward: element?.selectionDirection === "backward",
        },
        focused: element !== null && element === document.activeElement,
        scrollTop: element?.scrollTop ?? 0,
        steps: steps.current.steps(),
      };
    },
  }));
  const given = useRef(start);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || !given.current) return;
    const { selection, focused, scrollTop } = given.current;
    if (focused) element.focus();
    element.setSelectionRange(selection.start, selection.end, selection.backward ? "backward" : "forward");
    element.scrollTop = scrollTop;
  }, []);
  // Browsers without field-sizing grow it by hand.
  useEffect(() => {
    const element = field.current;
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight, 14 * 22)}px`;
    void value;
  }, [value]);

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
      onChange={({ target, timeStamp }) => {
        steps.current.typed({ text: target.value, caret: target.selectionStart }, timeStamp);
        onChange(target.value);
        onCaret(target.value, target.selectionStart);
      }}
      onSelect={({ currentTarget }) => onCaret(currentTarget.value, currentTarget.selectionStart)}
      onCompositionStart={() => onComposing(true)}
      // What was composed is told in an event of its own, after this one.
      onCompositionEnd={() => setTimeout(() => onComposing(false))}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (!fieldKey(event, props, () => event.currentTarget.blur())) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPaste={(event) => {
        const files = filesOnly(event.clipboardData);
        if (!onFiles || files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      }}
      className={cn(fieldClass, "field-sizing-content resize-none placeholder:text-subtle")}
    />
  );
}

/** `insertText` is old and the only way that keeps the browser's undo; where it is gone, the text comes without. */
function put(element: HTMLTextAreaElement, start: number, end: number, text: string): void {
  element.focus();
  element.setSelectionRange(start, end);
  if (document.execCommand("insertText", false, text)) return;
  element.setRangeText(text, start, end, "end");
  element.dispatchEvent(new Event("input", { bubbles: true }));
}
