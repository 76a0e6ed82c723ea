import { describe, expect, it } from "vitest";
import { kindOfFile, planMessages } from "./plan-messages.ts";

const jpeg = { id: "att_1", mime: "image/jpeg" };
const pdf = { id: "att_2", mime: "application/pdf" };
const voice = { id: "att_3", mime: "audio/ogg" };

describe("kindOfFile", () => {
  it.each([
    ["image/jpeg", "whatsapp", "image"],
    ["image/gif", "whatsapp", "file"],
    ["image/gif", "messenger", "image"],
    ["video/quicktime", "whatsapp", "file"],
    ["video/quicktime", "instagram", "video"],
    ["audio/ogg; codecs=opus", "whatsapp", "audio"],
    ["application/pdf", "messenger", "file"],
    [null, "whatsapp", "file"],
  ] as const)("%s through %s goes as %s", (mime, channel, kind) => {
    expect(kindOfFile(mime, channel)).toBe(kind);
  });
});

describe("planMessages", () => {
  it("puts the text under the first file on WhatsApp", () => {
    expect(planMessages([jpeg, pdf], "Here", "whatsapp")).toEqual([
      { kind: "image", attachmentId: "att_1", caption: "Here" },
      { kind: "file", attachmentId: "att_2" },
    ]);
  });
  it.each(["messenger", "instagram"] as const)("sends the text by itself on %s", (channel) => {
    expect(planMessages([jpeg], "Here", channel)).toEqual([
      { kind: "image", attachmentId: "att_1" },
      { kind: "text", text: "Here" },
    ]);
  });
  it("sends a text by itself that is too long for a caption, or that would stand under a sound", () => {
    expect(planMessages([jpeg], "x".repeat(1025), "whatsapp")).toHaveLength(2);
    expect(planMessages([jpeg], "😀".repeat(1024), "whatsapp")).toHaveLength(1);
    expect(planMessages([voice], "Here", "whatsapp").map((one) => one.kind)).toEqual(["audio", "text"]);
  });
  it("sends nothing for nothing, and files without a text", () => {
    expect(planMessages([], "", "whatsapp")).toEqual([]);
    expect(planMessages([pdf], "", "whatsapp")).toEqual([{ kind: "file", attachmentId: "att_2" }]);
  });
});
