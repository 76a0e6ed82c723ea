import type { Channel } from "@onethread/core";
import { describe, expect, it } from "vitest";
import { rankCanned } from "./rank-canned.ts";

describe("canned replies to choose from", () => {
  const reply = (shortcut: string, title: string, body: string, uses = 0, channels: Channel[] = []) => ({
    id: `can_${shortcut}`,
    own: false,
    shortcut,
    title,
    folder: "",
    body,
    channels,
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
    expect(rankCanned(all, "sh", null).map(({ shortcut }) => shortcut)).toEqual(["shop", "ship", "back"]);
    expect(rankCanned(all, "OPEN", null).map(({ shortcut }) => shortcut)).toEqual(["hours"]);
    expect(rankCanned(all, "", null).map(({ shortcut }) => shortcut)).toEqual(["back", "shop", "ship", "hours"]);
    expect(rankCanned(all, "nothing", null)).toEqual([]);
  });

  it("are those for the channel first, and none that is for others", () => {
    const some = [reply("say", "t", "b", 9), reply("sms", "t", "b", 8, ["messenger"]), reply("see", "t", "b", 1, ["whatsapp", "instagram"])];
    const shown = (channel: Channel | null) => rankCanned(some, "s", channel).map(({ shortcut }) => shortcut);
    expect(shown("whatsapp")).toEqual(["see", "say"]);
    expect(shown("messenger")).toEqual(["sms", "say"]);
    expect(shown(null)).toEqual(["say", "sms", "see"]);
  });

  it("are as many as fit", () => {
    expect(
      rankCanned(
        Array.from({ length: 50 }, (_, index) => reply(`s${index}`, "t", "b")),
        "s",
        null,
      ),
    ).toHaveLength(8);
  });
});
