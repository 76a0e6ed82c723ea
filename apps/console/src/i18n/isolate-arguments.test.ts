import { expect, it } from "vitest";
import { isolateArguments } from "./isolate-arguments.ts";

it("keeps what is put into a text together, and leaves the rest alone", () => {
  expect(
    isolateArguments({
      name: "حذف {name}",
      group: { count: "{more, plural, =0 {{name} هنا} other {{name} و# آخرون}}", none: "حفظ" },
      parts: "{field} {op} {value}",
      link: "{channel}: {url}",
    }),
  ).toEqual({
    name: "حذف \u2068{name}\u2069",
    group: { count: "{more, plural, =0 {\u2068{name}\u2069 هنا} other {\u2068{name}\u2069 و# آخرون}}", none: "حفظ" },
    parts: "\u200f\u2068{field}\u2069 \u2068{op}\u2069 \u2068{value}\u2069",
    link: "{channel}: {url}",
  });
});
