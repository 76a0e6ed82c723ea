import type { MessageTemplate } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import { canFill, fieldKey, filledComponents, locationOf, missingFields, previewText, type TemplateField } from "./fill-template.ts";

const field = (more: Partial<TemplateField>): TemplateField => ({
  component: "body",
  index: null,
  subType: null,
  name: "1",
  kind: "text",
  required: true,
  example: null,
  ...more,
});
const template = (text: string, fields: TemplateField[]): MessageTemplate => ({ text, fields, buttons: [] }) as unknown as MessageTemplate;

const body1 = field({ name: "1" });
const body2 = field({ name: "2" });
const picture = field({ component: "header", name: "image", kind: "image" });
const link = field({ component: "button", index: 1, subType: "url", name: "1" });
const quick = field({ component: "button", index: 0, subType: "quick_reply", name: "payload", kind: "payload", required: false });

describe("previewText", () => {
  it("fills what is there and keeps the rest", () => {
    const shown = previewText(template("Hi {{1}}, order {{ 2 }} left.", [body1, body2]), { [fieldKey(body1)]: " Maya " });
    expect(shown).toBe("Hi Maya, order {{ 2 }} left.");
  });
  it("does not take a button's value for the text's", () => {
    expect(previewText(template("{{1}}", [body1, link]), { [fieldKey(link)]: "x" })).toBe("{{1}}");
  });
  it("takes dollar signs as they are", () => {
    expect(previewText(template("{{1}}", [body1]), { [fieldKey(body1)]: "$& $1" })).toBe("$& $1");
  });
});

describe("filledComponents", () => {
  it("gathers by part and button, in order", () => {
    const values = { [fieldKey(picture)]: "att_1", [fieldKey(body1)]: "Maya", [fieldKey(body2)]: "7", [fieldKey(link)]: "abc" };
    expect(filledComponents(template("", [picture, body1, body2, quick, link]), values)).toEqual([
      { type: "header", parameters: [{ type: "image", attachmentId: "att_1" }] },
      {
        type: "body",
        parameters: [
          { type: "text", text: "Maya" },
          { type: "text", text: "7" },
        ],
      },
      { type: "button", index: 1, subType: "url", parameters: [{ type: "text", text: "abc" }] },
    ]);
  });
  it("names what the template names", () => {
    const named = field({ name: "order_id" });
    expect(filledComponents(template("", [named]), { [fieldKey(named)]: "9" })).toEqual([
      { type: "body", parameters: [{ type: "text", text: "9", name: "order_id" }] },
    ]);
  });
});

describe("missingFields", () => {
  it("counts blanks, not what may stay empty", () => {
    expect(missingFields(template("", [body1, quick]), { [fieldKey(body1)]: "  " })).toEqual([body1]);
    expect(missingFields(template("", [body1, quick]), { [fieldKey(body1)]: "x" })).toEqual([]);
  });
});

it("knows what can't be filled in here", () => {
  expect(canFill(template("", [body1, field({ component: "button", index: 0, kind: "products", name: "products" })]))).toBe(false);
  expect(canFill(template("", [body1, picture]))).toBe(true);
});

it.each([
  ["52.52, 13.405, Shop, Berlin", { latitude: 52.52, longitude: 13.405, name: "Shop, Berlin" }],
  ["52.52,13.405", { latitude: 52.52, longitude: 13.405 }],
  ["91, 0", null],
  ["Berlin", null],
  ["", null],
])("%j as a place", (value, place) => {
  expect(locationOf(value)).toEqual(place);
});
