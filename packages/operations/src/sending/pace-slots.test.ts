import { adapters } from "@onethread/channels";
import { describe, expect, it } from "vitest";
import { paceSlots } from "./pace-slots.ts";

const text = { kind: "text", text: "Hello" } as const;
const film = { kind: "video", attachmentId: "att_x" } as const;

describe("paceSlots", () => {
  it("counts a WhatsApp message against its number and its person", () => {
    expect(paceSlots(adapters.whatsapp.limits.pacing, text, "447700900001", false)).toEqual([
      { key: "account/all", stepMs: 12.5, aheadMs: 100 },
      { key: "pair/all/447700900001", stepMs: 6000, aheadMs: 270_000 },
    ]);
  });
  it("takes the stricter rule for a number that is also in the phone app", () => {
    expect(paceSlots(adapters.whatsapp.limits.pacing, text, "1", true)[0]).toEqual({ key: "account/all", stepMs: 50, aheadMs: 100 });
  });
  it("counts films apart from words where the platform does", () => {
    expect(paceSlots(adapters.messenger.limits.pacing, film, "1", false).map((slot) => slot.key)).toEqual(["account/audio_video"]);
    expect(paceSlots(adapters.messenger.limits.pacing, text, "1", false).map((slot) => slot.key)).toEqual(["account/text"]);
  });
});
