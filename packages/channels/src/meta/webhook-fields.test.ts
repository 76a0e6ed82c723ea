import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { webhookFields } from "./webhook-fields.ts";

const guide = readFileSync(path.join(import.meta.dirname, "../../../../docs/connect-meta.md"), "utf8");
/** The guide's table row of an object, its fields in order. */
const told = (object: string) =>
  [...(guide.match(new RegExp(`^\\| ${object} \\| (.*) \\|$`, "m"))?.[1] ?? "").matchAll(/`(\w+)`/g)].map(([, field]) => field);

describe("webhookFields", () => {
  it("says what the guide says", () => {
    expect(told("Page")).toEqual(webhookFields.messenger);
    expect(told("Instagram")).toEqual(webhookFields.instagram);
    expect(told("WhatsApp Business Account")).toEqual(expect.arrayContaining([...webhookFields.whatsapp]));
  });
});
