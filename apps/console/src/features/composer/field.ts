import type { Ref } from "react";
import type { TypedStep } from "./typed-steps.ts";
import type { After } from "./use-send.ts";

/** What a key press is, whichever field heard it. */
export type EditorKey = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey" | "shiftKey">;

/** What one can do with the field where one writes. Offsets are UTF-16 units of its text; a line break is one. */
export type EditorHandle = {
  focus: () => void;
  insert: (text: string) => void;
  /** Puts `text` in the place of what stands from `start` to `end`, so that undo takes it back. */
  replace: (start: number, end: number, text: string) => void;
  select: (start: number, end: number) => void;
  selection: () => { start: number; end: number };
  text: () => string;
  element: () => HTMLElement | null;
};

/** What one field hands to the one that takes its place. */
export type HandOver = {
  text: string;
  selection: { start: number; end: number; backward: boolean };
  focused: boolean;
  scrollTop: number;
  /** What was typed, for undo. */
  steps: readonly TypedStep[];
};

export type FieldHandle = EditorHandle & { handOver: () => HandOver };

export type EditorProps = {
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
  onKey: (event: EditorKey) => boolean;
  onCaret: (text: string, offset: number) => void;
  /** The list that what is typed chooses from, while it is open. */
  list: { id: string; active: string | undefined } | null;
  /** Whether the channel shows `*bold*` and its like formatted. */
  marks: boolean;
};

export type FieldProps = EditorProps & { ref?: Ref<FieldHandle>; start: HandOver | null };

/** Both fields are the same to look at, so that nothing moves when one takes the other's place. */
export const fieldClass = "max-h-[308px] min-h-[66px] w-full overflow-y-auto bg-transparent px-3 py-1 text-body outline-none";

/** What a browser's field makes of a text: line breaks are one character. */
export const withPlainBreaks = (text: string): string => (text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text);

/** Copied cells of a sheet come as words and as a picture of them: the words are meant. */
export function filesOnly(data: DataTransfer | null): File[] {
  return data && data.getData("text/plain") === "" ? [...data.files] : [];
}
