import { getSchema } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, offsetOf, positionOf, replaceText, textNodes, textOf } from "./text-document.ts";

const schema = getSchema(textNodes);
/** Any characters a field can hold, with many line breaks among them; a field has no carriage returns. */
const texts = fc
  .array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\n", "\n\n", " ", "\t", "\u00a0", "\u2028", "😀", "ي", "{{?x}}")))
  .map((parts) => parts.join("").replaceAll("\r", ""));

describe("a text as a document", () => {
  it("comes back the same", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(textOf(documentOf(schema, text))).toBe(text);
      }),
    );
    for (const text of ["", "\n", "a\n", "\n\na", "  two  spaces "]) expect(textOf(documentOf(schema, text))).toBe(text);
  });

  it("has a position for each offset, and an offset for each position", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = documentOf(schema, text);
        for (let offset = 0; offset <= text.length; offset++) expect(offsetOf(document, positionOf(document, offset))).toBe(offset);
        expect(positionOf(document, text.length + 7)).toBe(positionOf(document, text.length));
        expect(offsetOf(document, 0)).toBe(0);
        expect(offsetOf(document, document.content.size)).toBe(text.length);
      }),
    );
  });

  it("is changed as a text is", () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.nat(), (text, insert, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y);
        const { tr } = EditorState.create({ doc: documentOf(schema, text) });
        replaceText(tr, start, end, insert);
        tr.doc.check();
        expect(textOf(tr.doc)).toBe(text.slice(0, start) + insert + text.slice(end));
      }),
    );
  });
});
