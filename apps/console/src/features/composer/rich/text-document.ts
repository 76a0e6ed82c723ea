import { Node } from "@tiptap/core";
import { type Node as Document, Fragment, type Schema, Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";

/**
 * The editor's document is a plain text: a paragraph for each of its lines, each in its own direction, and nothing else.
 * So a text becomes a document and comes back the same, character for character.
 */
export const textNodes = [
  Node.create({ name: "doc", topNode: true, content: "paragraph+" }),
  Node.create({
    name: "paragraph",
    content: "text*",
    whitespace: "pre",
    parseHTML: () => [{ tag: "p" }, { tag: "div" }],
    renderHTML: () => ["p", { dir: "auto" }, 0],
  }),
  Node.create({ name: "text" }),
];

const paragraphs = (schema: Schema, text: string): Document[] =>
  text.split("\n").map((line) => schema.node("paragraph", null, line === "" ? [] : [schema.text(line)]));

export const documentOf = (schema: Schema, text: string): Document => schema.node("doc", null, paragraphs(schema, text));

export function textOf(document: Document): string {
  const lines: string[] = [];
  for (let line = 0; line < document.childCount; line++) lines.push(document.child(line).textContent);
  return lines.join("\n");
}

/** Offset in the text to position in the document. A line's end and the next one's beginning are one character apart, and two positions. */
export function positionOf(document: Document, offset: number): number {
  let left = Math.max(0, offset);
  let position = 1;
  for (let line = 0; line < document.childCount; line++) {
    const { size } = document.child(line).content;
    if (left <= size) return position + left;
    left -= size + 1;
    position += size + 2;
  }
  return position - 2;
}

export function offsetOf(document: Document, position: number): number {
  const line = document.resolve(position).index(0);
  return Math.max(0, position - 1 - line);
}

/** Puts `text`, which may have line breaks, where `start` to `end` was. */
export function replaceText(transaction: Transaction, start: number, end: number, text: string): Transaction {
  const { doc } = transaction;
  const slice = text === "" ? Slice.empty : new Slice(Fragment.from(paragraphs(doc.type.schema, text)), 1, 1);
  return transaction.step(new ReplaceStep(positionOf(doc, start), positionOf(doc, end), slice));
}
