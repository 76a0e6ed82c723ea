import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forWorkspace } from "./client/index.ts";

let world: World;
let other: string;
beforeAll(async () => {
  world = await createWorld();
  other = await world.addWorkspace("Other");
  await world.addAccount({ channel: "messenger", externalId: "1" });
  await world.addAccount({ channel: "messenger", externalId: "2", workspaceId: other });
});
afterAll(() => world.close());

/** Tables that belong to no workspace. Anything else must carry workspace_id and a policy. */
const withoutWorkspace = [
  "_prisma_migrations",
  "workspaces",
  "users",
  "sessions",
  "sign_in_methods",
  "verifications",
  "rate_limits",
  "webhook_events",
  "webhook_knocks",
  "second_factors",
  "recovery_codes",
  "traffic_mark",
  "search_progress",
];

describe("row-level security", () => {
  it("covers every table that is not on the list", async () => {
    const { rows } = await world.database.ingest.query(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
         EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND a.attnotnull) AS keyed,
         EXISTS (SELECT 1 FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname AND 'onethread_app' = ANY(p.roles)) AS policed
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1`,
    );
    expect(rows.length).toBeGreaterThan(20);
    const open = rows.filter((row) => !withoutWorkspace.includes(row.name) && !(row.forced && row.keyed && row.policed));
    expect(open).toEqual([]);
  });

  it("shows nothing, and takes nothing, without a workspace", async () => {
    await expect(world.database.app.query("SELECT * FROM channel_accounts")).rejects.toThrow(/app.workspace_id/);
    await expect(world.database.app.query("SELECT * FROM webhook_events")).rejects.toThrow(/permission denied/);
    await expect(world.database.app.query("SELECT * FROM sessions")).rejects.toThrow(/permission denied/);
  });

  it("keeps a workspace to itself for reading, changing and adding", async () => {
    const mine = await forWorkspace(world.database, world.workspaceId, (tx) => tx.query("SELECT external_id FROM channel_accounts"));
    expect(mine.rows).toEqual([{ external_id: "1" }]);
    const changed = await forWorkspace(world.database, world.workspaceId, (tx) =>
      tx.query("UPDATE channel_accounts SET name = 'x' WHERE workspace_id = $1", [other]),
    );
    expect(changed.rowCount).toBe(0);
    const deleted = await forWorkspace(world.database, world.workspaceId, (tx) =>
      tx.query("DELETE FROM channel_accounts WHERE workspace_id = $1", [other]),
    );
    expect(deleted.rowCount).toBe(0);
    const added = forWorkspace(world.database, world.workspaceId, (tx) =>
      tx.query("INSERT INTO labels (workspace_id, id, name, color) VALUES ($1, gen_random_uuid(), 'x', '#000000')", [other]),
    );
    await expect(added).rejects.toThrow(/row-level security/);
  });

  it("forgets the workspace with its transaction", async () => {
    await forWorkspace(world.database, world.workspaceId, (tx) => tx.query("SELECT 1"));
    await expect(world.database.app.query("SELECT * FROM labels")).rejects.toThrow();
  });
});
