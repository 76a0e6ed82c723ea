import { describe, expect, it } from "vitest";
import { rankCanned } from "./rank-canned.ts";

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
