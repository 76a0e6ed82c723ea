import { platformChannels } from "@onethread/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CannedReply } from "../../api/canned-replies.ts";
import { parseCannedCsv, writeCannedCsv } from "./parse-canned-csv.ts";

const reply = (texts: Pick<CannedReply, "shortcut" | "title" | "folder" | "channels" | "body">): CannedReply => ({
  ...texts,
  ...{ id: "can_x", own: false, attachments: [], uses: 0, usedAt: null, updatedAt: "" },
});

describe("canned replies as a file", () => {
  it("come back as they were, whatever stands in them", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 }).map((one) => `${one}x`.trim().replaceAll(/^'/g, ""));
    const channels = fc.subarray([...platformChannels]);
    const one = fc.record({ channels, shortcut: fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,20}[a-z]$/), title: text, folder: text, body: text });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (rows) => {
        // What a cell ends with is not kept; line ends inside are.
        const kept = rows.map((row) => ({ ...row, title: row.title.trim(), folder: row.folder.trim(), body: row.body.trim() }));
        expect(parseCannedCsv(writeCannedCsv(kept.map(reply))).rows.map(({ texts }) => texts)).toEqual(kept);
      }),
      {
        examples: [[[{ shortcut: "a", title: "=1+1", folder: "A/B", channels: ["whatsapp", "instagram"], body: '-10 % on "coats",\nall of them' }]]],
      },
    );
  });

  it("of a formula are no formula for a spreadsheet", () => {
    expect(writeCannedCsv([reply({ shortcut: "a", title: "=HYPERLINK(1)", folder: "", channels: [], body: "@x" })])).toContain(
      `a,"'=HYPERLINK(1)",,,"'@x"`,
    );
  });

  it("are read as other programs write them", () => {
    expect(parseCannedCsv("short_code;content\r\nRefund policy;14 days\r\n\r\n").rows).toEqual([
      { row: 2, texts: { shortcut: "refund-policy", title: "Refund policy", folder: "", body: "14 days" } },
    ]);
    expect(parseCannedCsv("shortcut,text,channel\nhi,Hello,WhatsApp; Messenger").rows[0]?.texts.channels).toEqual(["whatsapp", "messenger"]);
    expect(parseCannedCsv("\ufeffName\tCategory\tMessage\nGrüße\tHello\tHallo!").rows).toEqual([
      { row: 2, texts: { shortcut: "grüße", title: "Grüße", folder: "Hello", body: "Hallo!" } },
    ]);
  });

  it("are none where the columns are missing, or nothing is there", () => {
    expect(parseCannedCsv("a,b\n1,2")).toEqual({ rows: [], problem: "columns" });
    expect(parseCannedCsv("")).toEqual({ rows: [], problem: "empty" });
    expect(parseCannedCsv("shortcut,text\n")).toEqual({ rows: [], problem: "empty" });
  });
});
