import type { EditorView, EditorProps as ViewProps } from "@tiptap/pm/view";
import { filesOnly, withPlainBreaks } from "../field.ts";
import { offsetOf, replaceText, textOf } from "./text-document.ts";

/** Words come and go as a plain text field has them, without their looks; files go to `onFiles`, where they are taken. */
export function plainClipboard(onFiles: () => ((files: File[]) => void) | null): ViewProps {
  const take = (view: EditorView, event: ClipboardEvent): boolean => {
    const { from, to } = view.state.selection;
    if (from === to || !event.clipboardData) return false;
    event.preventDefault();
    const text = textOf(view.state.doc);
    event.clipboardData.setData("text/plain", text.slice(offsetOf(view.state.doc, from), offsetOf(view.state.doc, to)));
    return true;
  };
  const put = (view: EditorView, start: number, end: number, text: string) =>
    view.dispatch(replaceText(view.state.tr, start, end, withPlainBreaks(text)).scrollIntoView().setMeta("uiEvent", "paste"));
  return {
    handleDOMEvents: {
      copy: (view, event) => take(view, event),
      cut: (view, event) => {
        if (!take(view, event)) return false;
        view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta("uiEvent", "cut"));
        return true;
      },
    },
    handlePaste: (view, event) => {
      const files = filesOnly(event.clipboardData);
      const { doc, selection } = view.state;
      if (files.length > 0) onFiles()?.(files);
      else put(view, offsetOf(doc, selection.from), offsetOf(doc, selection.to), event.clipboardData?.getData("text/plain") ?? "");
      return true;
    },
    handleDrop: (view, event, _slice, moved) => {
      // What is moved inside of the field is moved by the editor; files are the whole page's to take.
      if (moved) return false;
      if (event.dataTransfer?.types.includes("Files")) return true;
      const text = event.dataTransfer?.getData("text/plain") ?? "";
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (text === "" || !at) return true;
      const offset = offsetOf(view.state.doc, at.pos);
      put(view, offset, offset, text);
      view.focus();
      return true;
    },
  };
}
