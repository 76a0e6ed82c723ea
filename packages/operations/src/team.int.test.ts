import type { Actor, Role } from "@onethread/core";
import { fromTypeId } from "@onethread/core";
import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation, readInvitation } from "./accept-invitation.ts";
import { apiKeyHash, createApiKey, revokeApiKey } from "./api-keys.ts";
import { inviteAgent } from "./invite-agent.ts";
import { needsSetUp, setUpWorkspace } from "./set-up-workspace.ts";
import { removeAgent, updateAgent } from "./update-agent.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const system = (): Actor => ({ kind: "system", workspaceId: world.workspaceId });
const agent = (role: Role): Actor => ({ kind: "agent", workspaceId: world.workspaceId, agentId: crypto.randomUUID(), name: "A", role });
const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);

async function join(email: string, role: Role): Promise<string> {
  const invited = await inviteAgent(world.context, system(), { email, role });
  if (!invited.ok) throw new Error(invited.error.code);
  const accepted = await acceptInvitation(world.context, invited.value.token, { name: email, passwordHash: "hash" });
  if (!accepted.ok) throw new Error(accepted.error.code);
  return (await rows("SELECT id FROM agents WHERE email = $1", email.toLowerCase()))[0].id;
}

describe("invitations", () => {
  it("make an agent once, and keep only the token's hash", async () => {
    const invited = await inviteAgent(world.context, agent("admin"), { email: "Ines@example.com", role: "agent" });
    if (!invited.ok) throw new Error(invited.error.code);
    const { token } = invited.value;
    expect(await readInvitation(world.context, token)).toEqual({ ok: true, value: { email: "ines@example.com", workspaceName: "Test" } });
    expect(await acceptInvitation(world.context, token, { name: "Ines", passwordHash: "hash" })).toMatchObject({ ok: true });
    expect(code(await acceptInvitation(world.context, token, { name: "Again", passwordHash: "hash" }))).toBe("invitation_invalid");
    expect(await rows("SELECT name, role FROM agents WHERE email = 'ines@example.com'")).toEqual([{ name: "Ines", role: "agent" }]);
    expect(JSON.stringify(await rows("SELECT * FROM invitations"))).not.toContain(token);
  });

  it("end after 72 hours", async () => {
    const invited = await inviteAgent(world.context, system(), { email: "late@example.com", role: "viewer" });
    if (!invited.ok) throw new Error(invited.error.code);
    const now = world.clock.now;
    world.clock.now = new Date(now.getTime() + 72 * 3_600_000 + 1);
    expect(code(await acceptInvitation(world.context, invited.value.token, { name: "Late", passwordHash: "hash" }))).toBe("invitation_invalid");
    world.clock.now = now;
  });

  it("need an admin, and an owner for an owner", async () => {
    expect(code(await inviteAgent(world.context, agent("supervisor"), { email: "x@example.com", role: "viewer" }))).toBe("forbidden");
    expect(code(await inviteAgent(world.context, agent("admin"), { email: "x@example.com", role: "owner" }))).toBe("forbidden");
    expect(code(await inviteAgent(world.context, agent("owner"), { email: "x@example.com", role: "owner" }))).toBe("ok");
  });
});

describe("agents", () => {
  it("keep one owner, and owners are only touched by owners", async () => {
    const owner = await join("owner@example.com", "owner");
    expect(code(await updateAgent(world.context, agent("admin"), owner, { role: "viewer" }))).toBe("forbidden");
    expect(code(await updateAgent(world.context, agent("owner"), owner, { role: "viewer" }))).toBe("last_owner");
    expect(code(await removeAgent(world.context, agent("owner"), owner))).toBe("last_owner");
    const second = await join("second@example.com", "owner");
    expect(code(await updateAgent(world.context, agent("owner"), owner, { role: "viewer", name: "Was owner" }))).toBe("ok");
    expect(await rows("SELECT name, role FROM agents WHERE id = $1", owner)).toEqual([{ name: "Was owner", role: "viewer" }]);
    expect(code(await removeAgent(world.context, agent("owner"), second))).toBe("last_owner");
  });

  it("leave with their cases unassigned", async () => {
    const leaver = await join("leaver@example.com", "agent");
    const [customer, conversation] = [crypto.randomUUID(), crypto.randomUUID()];
    await world.database.ingest.query("INSERT INTO customers (workspace_id, id) VALUES ($1, $2)", [world.workspaceId, customer]);
    await world.database.ingest.query(
      "INSERT INTO conversations (workspace_id, id, customer_id, status, assignee_id, last_activity_at) VALUES ($1, $2, $3, 'open', $4, now())",
      [world.workspaceId, conversation, customer, leaver],
    );
    expect(code(await removeAgent(world.context, agent("admin"), leaver))).toBe("ok");
    expect(await rows("SELECT assignee_id FROM conversations WHERE id = $1", conversation)).toEqual([{ assignee_id: null }]);
    expect(code(await removeAgent(world.context, agent("admin"), leaver))).toBe("not_found");
  });
});

describe("API keys", () => {
  it("are kept as a hash, and end at once", async () => {
    const made = await createApiKey(world.context, agent("admin"), { name: "Shop", scopes: ["read", "read", "send"] });
    if (!made.ok) throw new Error(made.error.code);
    const { id, key, scopes } = made.value;
    expect(scopes).toEqual(["read", "send"]);
    const [row] = await rows("SELECT * FROM api_keys WHERE name = 'Shop'");
    expect(row.key_hash.equals(apiKeyHash(key))).toBe(true);
    expect(JSON.stringify(row)).not.toContain(key);
    const uuid = fromTypeId("apiKey", id) ?? "";
    expect(code(await revokeApiKey(world.context, agent("supervisor"), uuid))).toBe("forbidden");
    expect(code(await revokeApiKey(world.context, agent("admin"), uuid))).toBe("ok");
    expect(code(await revokeApiKey(world.context, agent("admin"), uuid))).toBe("not_found");
  });
});

describe("setting up", () => {
  const owner = { name: "Olu", email: "olu@example.com", passwordHash: "hash", workspaceName: "Knits" };

  it("is done once, by whoever has the token", async () => {
    expect(await needsSetUp(world.context)).toBe(false);
    expect(code(await setUpWorkspace(world.context, "right", "right", owner))).toBe("set_up_done");
    const client = await world.database.ingest.connect();
    // No role of the product may remove a workspace.
    await client.query("SET ROLE NONE");
    await client.query("DELETE FROM workspaces");
    client.release(true);
    expect(await needsSetUp(world.context)).toBe(true);
    expect(code(await setUpWorkspace(world.context, "right", "wrong", owner))).toBe("invalid_set_up_token");
    expect(code(await setUpWorkspace(world.context, null, "", owner))).toBe("invalid_set_up_token");
    const both = await Promise.all([1, 2].map(() => setUpWorkspace(world.context, "right", "right", owner)));
    expect(both.map(code).sort()).toEqual(["ok", "set_up_done"]);
    expect(await rows("SELECT name, operator, demo FROM workspaces")).toEqual([{ name: "Knits", operator: true, demo: false }]);
    expect(await rows("SELECT role FROM agents WHERE email = 'olu@example.com'")).toEqual([{ role: "owner" }]);
  });
});
