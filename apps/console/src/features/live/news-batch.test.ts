import { describe, expect, it } from "vitest";
import { parseNews } from "./news.ts";
import { addNews, emptyBatch } from "./news-batch.ts";

describe("addNews", () => {
  it("gathers items per conversation, once each", () => {
    const batch = emptyBatch();
    addNews(batch, { kind: "message", ids: ["msg_1"], conversationId: "cnv_1" });
    addNews(batch, { kind: "message", ids: ["msg_1", "msg_2"], conversationId: "cnv_1" });
    addNews(batch, { kind: "message", ids: ["msg_3"], conversationId: "cnv_2" });
    expect([...batch.conversations]).toEqual(["cnv_1", "cnv_2"]);
    expect([...(batch.items.get("cnv_1") ?? [])]).toEqual(["msg_1", "msg_2"]);
  });

  it("keeps kinds it does not know, for those who show them", () => {
    const batch = emptyBatch();
    addNews(batch, { kind: "label", ids: ["lbl_1"] });
    expect([...batch.kinds]).toEqual(["label"]);
  });
});

describe("parseNews", () => {
  it.each(["", "null", "[]", '"x"', '{"ids":[]}'])("refuses %j", (data) => {
    expect(parseNews(data)).toBeNull();
  });
  it("drops what is not an id", () => {
    expect(parseNews('{"kind":"message","ids":["a",1,null]}')).toEqual({ kind: "message", ids: ["a"] });
  });
});
