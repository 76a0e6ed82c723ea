import { expect, it } from "vitest";
import { readOrigins, snippetOf } from "./snippet.ts";

it("reads sites however they are parted, each once and without a last slash", () => {
  expect(readOrigins(" https://Shop.com/\nhttps://*.shop.com, https://shop.com ")).toEqual(["https://shop.com", "https://*.shop.com"]);
  expect(readOrigins(" \n")).toEqual([]);
});

it("names the desk and the widget in one line", () => {
  expect(snippetOf("https://desk.example", "wgt_1")).toBe('<script async src="https://desk.example/widget/loader.js?key=wgt_1"></script>');
});
