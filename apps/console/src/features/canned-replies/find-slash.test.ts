import { describe, expect, it } from "vitest";
import { findSlash } from "./find-slash.ts";
import { rankCanned } from "./rank-canned.ts";

describe("a slash in what is written", () => {
  it("asks for canned replies at the beginning of a word, with what follows it", () => {
    expect(findSlash("/", 1)).toEqual({ start: 0, query: "" });
    expect(findSlash("Hi /shi", 7)).toEqual({ start: 3, query: "shi" });
    expect(findSlash("Hi\n/é-1_", 8)).toEqual({ start: 3, query: "é-1_" });
    expect(findSlash("Hi /ship and more", 5)).toEqual({ start: 3, query: "s" });
  });

  it("is a slash otherwise", () => {
    for (const text of ["and/or", "https://", "/ship ", "1/2", ""]) expect(findSlash(text, text.length), text).toBeNull();
  });
});

describe("canned replies to choose from", () => {
  const reply = (shortcut: string, title: string, body: string, uses = 0) => ({
    id: `can_${shortcut}`,
    own: false,
    shortcut,
    title,
    folder: "",
    body,
    attachments: [],
    uses,
    usedAt: null,
    updatedAt: "",
  });
  const all = [
    reply("hours", "When we are open", "Nine to five."),
    reply("ship", "Shipping", "On its way.", 3),
    reply("back", "Back in stock", "We ship again.", 9),
    reply("shop", "Our shop", "Here.", 5),
  ];

  it("come by shortcut, then title, then words, and of equals those used most first", () => {
    expect(rankCanned(all, "sh").map(({ shortcut }) => shortcut)).toEqual(["shop", "ship", "back"]);
    expect(rankCanned(all, "OPEN").map(({ shortcut }) => shortcut)).toEqual(["hours"]);
    expect(rankCanned(all, "").map(({ shortcut }) => shortcut)).toEqual(["back", "shop", "ship", "hours"]);
    expect(rankCanned(all, "nothing")).toEqual([]);
  });

  it("are as many as fit", () => {
    expect(
      rankCanned(
        Array.from({ length: 50 }, (_, index) => reply(`s${index}`, "t", "b")),
        "s",
      ),
    ).toHaveLength(8);
  });
});
