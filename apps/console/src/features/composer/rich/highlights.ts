import { findQuestions, questionAround } from "@onethread/core";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { findMarks } from "../../message-content/find-marks.ts";
import { offsetOf, positionOf, textOf } from "./text-document.ts";

/**
 * Shows what is still to be filled in as a chip that is walked over as a whole, and formatted what the channel will show
 * so. The text itself is not touched by either.
 */
export function highlights(marks: () => boolean): Plugin {
  let made: { key: readonly unknown[]; set: DecorationSet } | undefined;
  return new Plugin({
    props: {
      decorations: ({ doc, selection }) => {
        // A place is shown in full while somebody writes its name.
        const caret = selection.empty ? offsetOf(doc, selection.from) : -1;
        const text = textOf(doc);
        const inside = questionAround(text, caret)?.start;
        const key = [text, inside, marks()];
        if (!made || key.some((one, index) => one !== made?.key[index])) {
          const decorate = (start: number, end: number, name: string) =>
            Decoration.inline(positionOf(doc, start), positionOf(doc, end), { class: name }, { inclusiveEnd: false });
          made = { key, set: DecorationSet.create(doc, [...chips(text, inside, decorate), ...(marks() ? looks(text, decorate) : [])]) };
        }
        return made.set;
      },
    },
    appendTransaction: (transactions, _before, state) => {
      const { selection, doc } = state;
      if (!selection.empty || transactions.some((one) => one.docChanged) || !transactions.some((one) => one.selectionSet)) return null;
      const question = questionAround(textOf(doc), offsetOf(doc, selection.from));
      if (!question) return null;
      return state.tr.setSelection(TextSelection.create(doc, positionOf(doc, question.start), positionOf(doc, question.end)));
    },
  });
}

type Decorate = (start: number, end: number, name: string) => Decoration;

function chips(text: string, inside: number | undefined, decorate: Decorate): Decoration[] {
  return findQuestions(text).flatMap(({ start, end, name }) => {
    if (start === inside || name === "") return [decorate(start, end, "open-place")];
    const from = text.indexOf(name, start);
    return [decorate(start, from, "place-brace"), decorate(from, from + name.length, "place-chip"), decorate(from + name.length, end, "place-brace")];
  });
}

const looks = (text: string, decorate: Decorate): Decoration[] =>
  findMarks(text).flatMap(({ kind, start, end, sign }) => [
    decorate(start, start + sign, "mark-sign"),
    decorate(start + sign, end - sign, `mark-${kind}`),
    decorate(end - sign, end, "mark-sign"),
  ]);
