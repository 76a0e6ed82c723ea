import { describe, expect, it } from "vitest";
import { openNudges } from "./nudges.ts";

describe("nudges", () => {
  it("keeps one that came before anybody asked, once", async () => {
    const nudges = openNudges();
    nudges.nudge();
    nudges.nudge();
    expect(await nudges.came(60_000)).toBe(true);
    expect(await nudges.came(1)).toBe(false);
  });

  it("wakes who waits", async () => {
    const nudges = openNudges();
    const waiting = nudges.came(60_000);
    nudges.nudge();
    expect(await waiting).toBe(true);
    expect(await nudges.came(1)).toBe(false);
  });

  it("lets nobody wait for ever when a second one waits", async () => {
    const nudges = openNudges();
    const first = nudges.came(60_000);
    const second = nudges.came(60_000);
    expect(await first).toBe(false);
    nudges.nudge();
    expect(await second).toBe(true);
  });
});
