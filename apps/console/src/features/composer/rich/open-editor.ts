import { Editor, Extension } from "@tiptap/core";
import { UndoRedo } from "@tiptap/extensions/undo-redo";
import { closeHistory } from "@tiptap/pm/history";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import type { FieldProps, HandOver } from "../field.ts";
import { withPlainBreaks } from "../field.ts";
import { fieldKey } from "../field-key.ts";
import { difference } from "../typed-steps.ts";
import { highlights } from "./highlights.ts";
import { plainClipboard } from "./plain-clipboard.ts";
import { documentOf, offsetOf, positionOf, replaceText, textNodes, textOf } from "./text-document.ts";

/** An editor in `element` that begins where another field ended. `props` answers the field's as they are now. */
export function openEditor(element: HTMLElement, props: () => FieldProps, start: HandOver): Editor {
  const clipboard = plainClipboard(() => props().onFiles);
  const editor = new Editor({
    element: { mount: element },
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { clipboardTextSerializer: false },
    extensions: [...textNodes, UndoRedo, Extension.create({ name: "highlights", addProseMirrorPlugins: () => [highlights(() => props().marks)] })],
    editorProps: {
      ...clipboard,
      handleKeyDown: (view, event) => {
        // Of an input method: the key chooses among its words.
        if (view.composing || event.isComposing || event.keyCode === 229) return false;
        if (fieldKey(event, props(), () => view.dom.blur())) {
          event.stopPropagation();
          return true;
        }
        if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return false;
        type(editor, "\n");
        return true;
      },
      handleDOMEvents: {
        ...clipboard.handleDOMEvents,
        beforeinput: (_view, event) => beforeInput(editor, event),
      },
    },
  });
  begin(editor, start);
  const tell = () => {
    const text = textOf(editor.state.doc);
    props().onCaret(text, offsetOf(editor.state.doc, editor.state.selection.from));
  };
  editor.on("update", () => {
    props().onChange(textOf(editor.state.doc));
    tell();
  });
  editor.on("selectionUpdate", tell);
  return editor;
}

/** What browsers would do to the document by themselves, and a plain text has no use for. */
function beforeInput(editor: Editor, event: InputEvent): boolean {
  const { inputType, data } = event;
  if (inputType === "historyUndo") editor.commands.undo();
  else if (inputType === "historyRedo") editor.commands.redo();
  else if (!event.isComposing && inputType === "insertText" && data?.includes("\n")) put(editor, event, data);
  else if (!inputType.startsWith("format")) return false;
  event.preventDefault();
  return true;
}

/** Where the browser would put it, which the editor may not have been told of yet. */
function put(editor: Editor, event: InputEvent, text: string): void {
  const [range] = event.getTargetRanges();
  if (!range) {
    type(editor, text);
    return;
  }
  const offset = (node: Node, at: number) => offsetOf(editor.state.doc, editor.view.posAtDOM(node, at));
  replace(editor, offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset), text);
}

/** Puts `text` in the place of what is selected. */
export function type(editor: Editor, text: string): void {
  const { doc, selection } = editor.state;
  replace(editor, offsetOf(doc, selection.from), offsetOf(doc, selection.to), text);
}

export function replace(editor: Editor, start: number, end: number, text: string): void {
  editor.view.dispatch(replaceText(editor.state.tr, start, end, withPlainBreaks(text)).scrollIntoView());
}

export function select(editor: Editor, start: number, end: number, backward = false): void {
  const { doc, tr } = editor.state;
  const [anchor, head] = [positionOf(doc, start), positionOf(doc, end)];
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, backward ? head : anchor, backward ? anchor : head)).scrollIntoView());
}

/** Another text, which nobody typed here: undo does not go behind it. */
export function setText(editor: Editor, text: string): void {
  const doc = documentOf(editor.schema, withPlainBreaks(text));
  const selection = TextSelection.create(doc, doc.content.size - 1);
  editor.view.updateState(EditorState.create({ doc, selection, plugins: [...editor.state.plugins] }));
}

/** What was typed in the other field is typed again, step by step, so that undo takes it back. */
function begin(editor: Editor, { text, steps, selection }: HandOver): void {
  const [first, ...later] = steps.at(-1)?.text === text ? steps : [{ text, caret: text.length }];
  setText(editor, first?.text ?? "");
  for (const step of later) {
    const change = difference(textOf(editor.state.doc), step.text);
    const tr = closeHistory(replaceText(editor.state.tr, change.start, change.end, change.text));
    editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, positionOf(tr.doc, step.caret))));
  }
  select(editor, selection.start, selection.end, selection.backward);
}
