"use client";
import type { Editor } from "@tiptap/core";
import { useImperativeHandle, useLayoutEffect, useRef } from "react";
import { cn } from "../../../ui/class-names.ts";
import { type FieldProps, fieldClass, withPlainBreaks } from "../field.ts";
import { openEditor, replace, select, setText, type } from "./open-editor.ts";
import { offsetOf, textOf } from "./text-document.ts";

/** The editor: what is written is a plain text, with places to fill as chips and the channel's marks as they will look. */
export function RichField(props: FieldProps) {
  const { ref, start, value, label, placeholder, describedBy, list, marks } = props;
  const element = useRef<HTMLDivElement>(null);
  const opened = useRef<Editor>(null);
  const latest = useRef(props);
  latest.current = props;
  const given = useRef(
    start ?? { text: value, selection: { start: value.length, end: value.length, backward: false }, focused: false, scrollTop: 0, steps: [] },
  );

  useLayoutEffect(() => {
    if (!element.current) return;
    const { focused, scrollTop } = given.current;
    const editor = openEditor(element.current, () => latest.current, given.current);
    opened.current = editor;
    if (focused) editor.view.focus();
    element.current.scrollTop = scrollTop;
    return () => editor.destroy();
  }, []);
  useLayoutEffect(() => {
    const editor = opened.current;
    if (editor && textOf(editor.state.doc) !== withPlainBreaks(value)) setText(editor, value);
  }, [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words look different on another channel
  useLayoutEffect(() => opened.current?.view.setProps({}), [marks]);

  useImperativeHandle(ref, () => {
    const selection = () => {
      const editor = opened.current;
      if (!editor) return { start: 0, end: 0 };
      const { doc, selection } = editor.state;
      return { start: offsetOf(doc, selection.from), end: offsetOf(doc, selection.to) };
    };
    const with_ = (work: (editor: Editor) => void) => {
      if (!opened.current) return;
      work(opened.current);
      opened.current.view.focus();
    };
    const text = () => (opened.current ? textOf(opened.current.state.doc) : "");
    return {
      focus: () => with_((editor) => select(editor, text().length, text().length)),
      insert: (words) => with_((editor) => type(editor, words)),
      replace: (from, to, words) => with_((editor) => replace(editor, from, to, words)),
      select: (from, to) => with_((editor) => select(editor, from, to)),
      selection,
      text,
      element: () => element.current,
      handOver: () => ({
        text: text(),
        selection: { ...selection(), backward: (opened.current?.state.selection.anchor ?? 0) > (opened.current?.state.selection.head ?? 0) },
        focused: opened.current?.view.hasFocus() ?? false,
        scrollTop: element.current?.scrollTop ?? 0,
        steps: [],
      }),
    };
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: the plain field is one; this is what takes its place
    <div
      ref={element}
      data-testid="composer-input"
      data-region-start
      role="textbox"
      tabIndex={0}
      aria-multiline
      aria-label={label}
      aria-describedby={describedBy}
      aria-placeholder={placeholder}
      aria-autocomplete="list"
      aria-controls={list?.id}
      aria-activedescendant={list?.active}
      data-placeholder={value === "" ? placeholder : undefined}
      className={cn(fieldClass, "editor")}
    />
  );
}
