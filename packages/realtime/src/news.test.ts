import { expect, it } from "vitest";
import { readNews } from "./news.ts";

const workspaceId = "0199d4f0-0000-7000-8000-000000000001";

it("keeps what it knows and leaves out what a newer version tells", () => {
  const known = { workspaceId, kind: "queue", ids: [] };
  expect(readNews(JSON.stringify([{ workspaceId, kind: "weather", ids: [] }, known, null, "queue"]))).toEqual([known]);
  expect(readNews("{}")).toEqual([]);
});
