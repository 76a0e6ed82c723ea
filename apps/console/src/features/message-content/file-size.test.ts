import { expect, it } from "vitest";
import { fileSize } from "./file-size.ts";

it.each([
  [48_211, "en", "48 kB"],
  [1_240_000, "en", "1.2 MB"],
  [1_240_000, "de", "1,2 MB"],
  [999, "en", "999 byte"],
])("%d bytes in %s is %s", (bytes, locale, text) => {
  expect(fileSize(bytes, locale).replace(/\s/g, " ")).toBe(text);
});
