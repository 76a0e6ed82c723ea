import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMarks } from "./find-marks.ts";
import { formattedRuns } from "./formatted-runs.ts";

const shown = (text: string) =>
  formattedRuns(text, true)
    .map(({ text: words, kinds, href }) => (href ? `<${words}>` : kinds.length > 0 ? `[${kinds.join(" ")}: ${words}]` : words))
    .join("");

describe("WhatsApp's marks", () => {
  it.each([
    ["*now* or _later_ or ~never~", "[bold: now] or [italic: later] or [strike: never]"],
    ["*all _of_ it*", "[bold: all ][bold italic: of][bold:  it]"],
    ["`code` and ```more\nof `it` ```", "[code: code] and [code: more\nof `it` ]"],
    ["(*bold*), *two words*!", "([bold: bold]), [bold: two words]!"],
    ["2*3*4, snake_case_name, ~/home, a * b * c", "2*3*4, snake_case_name, ~/home, a * b * c"],
    ["* one\n* two", "* one\n* two"],
    ["*over\nlines*", "*over\nlines*"],
    ["** and __ and **x**", "** and __ and *[bold: x]*"],
    ["https://x.example/a_b_c?d=*e* _x_", "<https://x.example/a_b_c?d=*e>* [italic: x]"],
    ["*see https://x.example/a*", "[bold: see ]<https://x.example/a>"],
    ["`*not bold*` ` `", "[code: *not bold*] ` `"],
    ["*a* *b*", "[bold: a] [bold: b]"],
    ["*_~all~_*", "[bold italic strike: all]"],
    ["*crossed _over* here_", "[bold: crossed _over] here_"],
    ["*مرحبا* _نعم_", "[bold: مرحبا] [italic: نعم]"],
  ])("%s", (text, expected) => expect(shown(text)).toBe(expected));

  const anything = fc
    .array(fc.constantFrom("*", "_", "~", "`", "```", " ", "\n", "a", "é", "😀", ".", "https://x.example/a_b"), { maxLength: 60 })
    .map((parts) => parts.join(""));

  it("stand whole inside of one another, whatever somebody writes", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const marks = findMarks(text);
        for (const { start, end, sign } of marks) {
          expect(end - start).toBeGreaterThan(2 * sign);
          expect(text.slice(start, start + sign)).toBe(text.slice(end - sign, end));
        }
        for (const a of marks)
          for (const b of marks) {
            const apart = a.end <= b.start || b.end <= a.start;
            const inside = (x: typeof a, y: typeof a) => x.start + x.sign <= y.start && y.end <= x.end - x.sign;
            expect(a === b || apart || inside(a, b) || inside(b, a)).toBe(true);
          }
      }),
    );
  });

  it("lose no character but their own signs, and without them nothing is lost at all", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const plain = formattedRuns(text, false);
        expect(plain.map((run) => run.text).join("")).toBe(text);
        const words = (all: string) => all.replaceAll(/[*_~`]/g, "");
        expect(
          words(
            formattedRuns(text, true)
              .map((run) => run.text)
              .join(""),
          ),
        ).toBe(words(text));
      }),
    );
  });

  it.each(["*a ", "*a* ", "_*~a", "```", "`a", "https://a.b/*c* ", "*\n"])("cost little in a long text of %j", (part) => {
    const text = part.repeat(100_000 / part.length);
    // What took the square of its length would not end within a test's time.
    expect(formattedRuns(text, false).reduce((sum, run) => sum + run.text.length, 0)).toBe(text.length);
    expect(formattedRuns(text, true).length).toBeGreaterThan(0);
  });
});
