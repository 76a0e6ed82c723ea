import { describe, expect, it } from "vitest";
import { checkTemplate, describeTemplate, formatOf, type ListedTemplate, templateFields } from "./message-template.ts";
import type { TemplateComponent } from "./outbound-content.ts";

const listed = (components: unknown[], more: Partial<ListedTemplate> = {}): ListedTemplate => ({
  externalId: "1",
  name: "order_ready",
  language: "en",
  status: "approved",
  category: "utility",
  quality: null,
  reason: null,
  format: "positional",
  components,
  ...more,
});
const body = { type: "BODY", text: "Hi {{1}}, order {{2}} is ready, {{1}}.", example: { body_text: [["Maya", "42"]] } };
const buttons = {
  type: "BUTTONS",
  buttons: [
    { type: "QUICK_REPLY", text: "Stop" },
    { type: "URL", text: "Track", url: "https://x.example/{{1}}", example: ["https://x.example/42"] },
    { type: "URL", text: "Shop", url: "https://x.example/" },
    { type: "PHONE_NUMBER", text: "Call", phone_number: "+1" },
    { type: "COPY_CODE", example: "25OFF" },
  ],
};
const full = listed([{ type: "HEADER", format: "IMAGE", example: { header_handle: ["h"] } }, body, { type: "FOOTER", text: "Bye" }, buttons]);
const values: TemplateComponent[] = [
  { type: "header", parameters: [{ type: "image", url: "https://x.example/i.png" }] },
  {
    type: "body",
    parameters: [
      { type: "text", text: "Maya" },
      { type: "text", text: "42" },
    ],
  },
  { type: "button", index: 1, subType: "url", parameters: [{ type: "text", text: "42" }] },
  { type: "button", index: 4, subType: "copy_code", parameters: [{ type: "code", code: "X" }] },
];
const named = listed(
  [
    { type: "HEADER", format: "TEXT", text: "{{kind}} news", example: { header_text_named_params: [{ param_name: "kind", example: "Order" }] } },
    { type: "BODY", text: "Order {{order_id}} of {{ name }}.", example: { body_text_named_params: [{ param_name: "name", example: "Maya" }] } },
  ],
  { format: "named" },
);

describe("templateFields", () => {
  it("finds what has to be filled in, in the order it is read", () => {
    expect(templateFields(full)).toEqual([
      { component: "header", name: "image", kind: "image", required: true, example: null },
      { component: "body", name: "1", kind: "text", required: true, example: "Maya" },
      { component: "body", name: "2", kind: "text", required: true, example: "42" },
      { component: "button", index: 0, subType: "quick_reply", name: "payload", kind: "payload", required: false, example: null },
      { component: "button", index: 1, subType: "url", name: "1", kind: "text", required: true, example: "https://x.example/42" },
      { component: "button", index: 4, subType: "copy_code", name: "code", kind: "code", required: true, example: "25OFF" },
    ]);
    expect(templateFields(named).map(({ component, name, example }) => [component, name, example])).toEqual([
      ["header", "kind", "Order"],
      ["body", "order_id", null],
      ["body", "name", "Maya"],
    ]);
  });

  it("knows the other buttons and headers", () => {
    const button = (one: object) => templateFields({ components: [{ type: "BUTTONS", buttons: [one] }] })[0];
    expect(button({ type: "OTP", otp_type: "COPY_CODE" })).toMatchObject({ subType: "url", kind: "text", required: true });
    expect(button({ type: "FLOW" })).toMatchObject({ kind: "flow", required: false });
    expect(button({ type: "CATALOG" })).toMatchObject({ subType: "catalog", required: false });
    expect(button({ type: "MPM" })).toMatchObject({ kind: "products", required: true });
    expect(button({ type: "POSTBACK", text: "Track", payload: "order_{{2}}" })).toMatchObject({ kind: "payload", name: "2", required: true });
    expect(button({ type: "VOICE_CALL" })).toBeUndefined();
    expect(templateFields({ components: [{ type: "header", format: "location" }] })[0]).toMatchObject({ kind: "location" });
    expect(templateFields({ components: [{ type: "header", format: "DOCUMENT" }] })[0]).toMatchObject({ kind: "file" });
  });

  it("survives what is no template", () => {
    expect(templateFields({ components: [null, 1, "x", {}, { type: 1 }, { type: "BODY" }, { type: "BUTTONS", buttons: [null] }] })).toEqual([]);
  });

  it("knows the format", () => {
    expect(formatOf(named.components)).toBe("named");
    expect(formatOf(full.components)).toBe("positional");
  });
});

describe("describeTemplate", () => {
  it("reads as the customer does", () => {
    const described = describeTemplate(full.components, values);
    expect(described.text).toBe("Hi Maya, order 42 is ready, Maya.\n\nBye");
    expect(described.buttons).toEqual(["Stop", "Track", "Shop", "Call"]);
    expect(described.placeholders).toHaveLength(6);
  });

  it("by name, whatever the order, and leaves what is not filled", () => {
    const given: TemplateComponent[] = [
      {
        type: "body",
        parameters: [
          { type: "text", name: "name", text: "$& Maya" },
          { type: "text", name: "order_id", text: "42" },
        ],
      },
    ];
    expect(describeTemplate(named.components, given).text).toBe("{{kind}} news\n\nOrder 42 of $& Maya.");
  });
});

describe("checkTemplate", () => {
  const without = (index: number) => values.filter((_, place) => place !== index);

  it("finds nothing wrong with a filled one", () => expect(checkTemplate(full, values)).toEqual([]));

  it("finds what is missing, too much or wrong", () => {
    expect(checkTemplate(full, without(0))).toEqual([{ pointer: "/components", detail: 'The value of "image" is missing in the header.' }]);
    expect(checkTemplate(full, without(2))).toEqual([{ pointer: "/components", detail: 'The value of "1" is missing in button 2.' }]);
    const short: TemplateComponent[] = [{ type: "body", parameters: [{ type: "text", text: "Maya" }] }, ...without(1)];
    expect(checkTemplate(full, short)).toEqual([{ pointer: "/components/0", detail: 'The value of "2" is missing in the body.' }]);
    const more: TemplateComponent[] = [{ type: "button", index: 3, parameters: [{ type: "text", text: "x" }] }, ...values];
    expect(checkTemplate(full, more)).toEqual([
      { pointer: "/components/0", detail: 'The template "order_ready" has nothing to fill in for button 4.' },
    ]);
    const three = Array.from({ length: 3 }, (): TemplateComponent["parameters"][number] => ({ type: "text", text: "x" }));
    expect(checkTemplate(full, [{ type: "body", parameters: three }, ...without(1)]).map(({ pointer }) => pointer)).toEqual([
      "/components/0/parameters/2",
    ]);
    const wrong: TemplateComponent[] = [{ type: "header", parameters: [{ type: "video", url: "https://x.example/v" }] }, ...without(0)];
    expect(checkTemplate(full, wrong)).toEqual([
      { pointer: "/components/0/parameters/0", detail: '"image" in the header takes an image, not a video.' },
    ]);
    const blank: TemplateComponent[] = [
      {
        type: "body",
        parameters: [
          { type: "text", text: " " },
          { type: "text", text: "42" },
        ],
      },
      ...without(1),
    ];
    expect(checkTemplate(full, blank).map(({ pointer }) => pointer)).toEqual(["/components/0/parameters/0"]);
  });

  it("matches named values by their name", () => {
    const header: TemplateComponent = { type: "header", parameters: [{ type: "text", name: "kind", text: "Order" }] };
    const fill = (...names: (string | undefined)[]): TemplateComponent[] => [
      header,
      { type: "body", parameters: names.map((name) => ({ type: "text", text: "x", ...(name === undefined ? {} : { name }) })) },
    ];
    expect(checkTemplate(named, fill("name", "order_id"))).toEqual([]);
    expect(checkTemplate(named, fill("name", "number")).map(({ detail }) => detail)).toEqual([
      'The value of "order_id" is missing in the body.',
      'The template "order_ready" has no place for this value in the body.',
    ]);
    expect(checkTemplate(named, fill(undefined, undefined))).toHaveLength(4);
  });

  it.each(["paused", "rejected", "pending_deletion", "unknown"])("refuses one that is %s", (status) => {
    const [first] = checkTemplate({ ...full, status }, values);
    expect(first).toMatchObject({ pointer: "/name", detail: expect.stringContaining(status.replaceAll("_", " ")) });
  });
});
