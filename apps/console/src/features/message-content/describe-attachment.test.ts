import type { Attachment } from "@onethread/core/api";
import { describe, expect, it } from "vitest";
import { downloadUrl, endingOf, shapeOf } from "./describe-attachment.ts";

const attachment = (more: Partial<Attachment>): Attachment =>
  ({ kind: "file", mime: null, name: null, state: "ready", url: "/a", ...more }) as Attachment;

describe("shapeOf", () => {
  it.each([
    [{ kind: "image", mime: "image/jpeg" }, "image"],
    [{ kind: "image", mime: "image/svg+xml" }, "file"],
    [{ kind: "file", mime: "text/html" }, "file"],
    [{ kind: "audio", mime: "audio/ogg; codecs=opus" }, "audio"],
    [{ kind: "audio", mime: "video/mp4" }, "audio"],
    [{ kind: "ig_reel", mime: "video/mp4" }, "video"],
    [{ kind: "image", mime: null }, "image"],
    [{ kind: "ig_reel", state: "none", url: null }, "shared"],
    [{ kind: "image", state: "none", url: null }, "missing"],
    [{ kind: "ig_reel", state: "expired", url: null }, "missing"],
    [{ kind: "like_heart", state: "none", url: null }, "heart"],
    [{ kind: "video", state: "pending", url: null }, "missing"],
  ] as [Partial<Attachment>, string][])("%j is shown as %s", (more, shape) => {
    expect(shapeOf(attachment(more))).toBe(shape);
  });
});

describe("files", () => {
  it("asks for a file to keep, not to show", () => {
    expect(downloadUrl("/api/v1/attachments/att_1")).toBe("/api/v1/attachments/att_1?download");
  });
  it.each([
    [{ name: "Rechnung 4.PDF", mime: "application/pdf" }, "PDF"],
    [{ name: "no ending", mime: "application/zip" }, "ZIP"],
    [{ name: null, mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }, "VND"],
    [{ name: null, mime: null }, ""],
  ])("%j ends in %s", (file, ending) => {
    expect(endingOf(file)).toBe(ending);
  });
});
