import { expect, it } from "vitest";
import { isSeenNow, sightingsOf } from "./sightings-of.ts";

const seen = (origin: string, seenAt = "2026-11-29T12:00:00.000Z") => ({ origin, path: null, allowed: true, lineAt: seenAt, frameAt: null, seenAt });

it("finds the latest sighting of each site, of a pattern's too, and who may not show it", () => {
  const all = [seen("https://de.shop.com"), seen("https://other.com"), seen("https://fr.shop.com")];
  expect(sightingsOf(["https://shop.com", "https://*.shop.com"], all)).toEqual({
    sites: [
      { site: "https://shop.com", seen: null },
      { site: "https://*.shop.com", seen: all[0] },
    ],
    strangers: [all[1]],
  });
});

it("is now for two minutes", () => {
  const at = Date.parse("2026-11-29T12:00:00.000Z");
  expect([at - 5000, at + 119_000, at + 120_000].map((now) => isSeenNow(seen("https://shop.com"), now))).toEqual([true, true, false]);
});
