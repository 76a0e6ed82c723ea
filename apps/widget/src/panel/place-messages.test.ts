import { describe, expect, it } from "vitest";
import type { VisitorMessage } from "./model.ts";
import { offered, placeMessages, rowsOf, stillOutgoing, unreadOf } from "./place-messages.ts";

const message = (id: string, at: string, rest: Partial<VisitorMessage> = {}): VisitorMessage => ({
  ...{ id, at, clientId: null, from: "business", author: { kind: "agent", name: "Ada" }, kind: "text", text: id },
  ...{ cards: [], files: [], replyToId: null, editedAt: null, deletedAt: null, status: "sent" },
  ...rest,
});
const mine = (id: string, at: string, clientId = `c-${id}`) => message(id, at, { from: "visitor", author: null, clientId, status: null });

describe("messages of a thread", () => {
  it("are put in their order once each, the newest word of each", () => {
    const [a, b, c] = [message("a", "2026-11-01T10:00:00.000Z"), message("b", "2026-11-01T10:01:00.000Z"), message("c", "2026-11-01T10:02:00.000Z")];
    const placed = placeMessages([c, a], [b, { ...a, text: "edited" }]);
    expect(placed.map(({ id, text }) => [id, text])).toEqual([
      ["a", "edited"],
      ["b", "b"],
      ["c", "c"],
    ]);
  });

  it("take the place of what was on its way", () => {
    const outgoing = ["c-1", "c-2"].map((clientId) => ({ clientId, text: "x", at: "2026-11-01T10:00:00.000Z", files: [], problem: null }));
    expect(stillOutgoing(outgoing, [mine("1", "2026-11-01T10:00:00.000Z")]).map(({ clientId }) => clientId)).toEqual(["c-2"]);
  });

  it("stand together as long as one side goes on, and days stand between them", () => {
    const rows = rowsOf([
      message("a", "2026-11-01T10:00:00.000Z"),
      message("b", "2026-11-01T10:01:00.000Z"),
      mine("c", "2026-11-01T10:02:00.000Z"),
      mine("d", "2026-11-01T10:30:00.000Z"),
      mine("e", "2026-11-03T10:30:00.000Z"),
    ]);
    expect(rows.map((row) => (row.kind === "day" ? "day" : `${row.key} ${row.first ? "first" : ""} ${row.last ? "last" : ""}`.trim()))).toEqual([
      "day",
      "a first",
      "b  last",
      "c first last",
      "d first last",
      "day",
      "e first last",
    ]);
  });

  it("are unread until they are read, and answers are offered until somebody answers", () => {
    const buttons = [
      { title: "Yes", payload: "y", url: null },
      { title: "See", payload: null, url: "https://shop.example" },
    ];
    const question = message("q", "2026-11-01T10:00:00.000Z", {
      cards: [{ title: null, text: "?", footer: null, imageUrl: null, url: null, buttons }],
    });
    expect(unreadOf([question, message("r", question.at, { status: "read" }), message("d", question.at, { deletedAt: question.at })])).toEqual([
      question,
    ]);
    expect(offered([question])?.replies).toEqual([{ title: "Yes", payload: "y" }]);
    expect(offered([question, mine("a", "2026-11-01T10:01:00.000Z")])).toBeNull();
  });
});
