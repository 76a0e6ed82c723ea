import { readGettingStarted } from "@onethread/db/read";
import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";

/** Each step is taken by what it leaves behind, and nothing else takes it. */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it("tells which of the first steps a workspace has taken", async () => {
  const actor = { kind: "system", workspaceId: world.workspaceId } as const;
  const taken = async () =>
    Object.entries(await readGettingStarted(world.database, actor))
      .filter(([, done]) => done)
      .map(([name]) => name);
  const change = (sql: string) => world.database.ingest.query(sql, [world.workspaceId]);
  const before = await taken();
  expect(before.filter((name) => name !== "invitation" && name !== "businessHours")).toEqual([]);
  await world.addAccount({ channel: "messenger", externalId: "330010" });
  expect(await taken()).toEqual(["channel", ...before]);
  await change("UPDATE channel_accounts SET last_inbound_at = now() WHERE workspace_id = $1");
  await change("UPDATE channel_accounts SET last_outbound_at = now() WHERE workspace_id = $1");
  await change("INSERT INTO canned_replies (workspace_id, id, shortcut, title, body) VALUES ($1, gen_random_uuid(), 'a', 'A', 'a')");
  expect(await taken()).toEqual(["channel", "message", "reply", ...before, "cannedReply"]);
  // Another workspace's steps are its own.
  const stranger = { kind: "system", workspaceId: crypto.randomUUID() } as const;
  expect(Object.values(await readGettingStarted(world.database, stranger))).toEqual(Array.from({ length: 6 }, () => false));
});
