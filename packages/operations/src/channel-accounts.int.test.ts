import type { Actor } from "@onethread/core";
import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkChannel } from "./check-channel.ts";
import { connectChannel } from "./connect-channel.ts";
import { describeConnection } from "./describe-connection.ts";
import { disconnectChannel } from "./disconnect-channel.ts";
import { updateChannel } from "./update-channel.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const admin = (): Actor => ({ kind: "agent", workspaceId: world.workspaceId, agentId: crypto.randomUUID(), name: "A", role: "admin" });
const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);
const account = async (id: string) =>
  (await rows("SELECT state, settings, checks, last_error, access_token FROM channel_accounts WHERE id = $1", id))[0];
const check = (channelAccountId: string) => checkChannel(world.context, { workspaceId: world.workspaceId, channelAccountId });

describe("check-channel", () => {
  it("fills what is missing from the platform, and keeps what a person has set", async () => {
    const { id } = await world.addAccount({ channel: "instagram", externalId: "17841400000000001", settings: { flavour: "instagram_login" } });
    const kept = await world.addAccount({ channel: "instagram", externalId: "17841400000000002", settings: { username: "by.hand" } });
    world.answer = async () => ({ status: 200, headers: {}, body: { username: "from.meta", name: "Knits" } });
    world.calls.length = 0;
    await check(id);
    await check(kept.id);
    expect(world.calls.map(({ call }) => call.host)).toEqual(["instagram", expect.any(String)]);
    expect(await account(id)).toMatchObject({
      state: "active",
      settings: { username: "from.meta" },
      checks: [{ name: "access_token", state: "ok" }],
    });
    expect((await account(kept.id)).settings.username).toBe("by.hand");
  });

  it("calls a refused token broken, and an answer that never came unknown", async () => {
    const { id } = await world.addAccount({ channel: "messenger", externalId: "440001" });
    world.answer = async () => ({ status: 400, headers: {}, body: { error: { code: 190, message: "Token expired" } } });
    await check(id);
    expect(await account(id)).toMatchObject({ state: "degraded", last_error: { code: "190", class: "token_broken" } });
    world.answer = async () => Promise.reject(new Error("no answer"));
    await check(id);
    expect(await account(id)).toMatchObject({ state: "degraded", checks: [{ name: "access_token", state: "unknown" }] });
  });
});

describe("update-channel", () => {
  it("seals a new token, forgets what was proven against the old one, and has it checked", async () => {
    const { id } = await world.addAccount({ channel: "messenger", externalId: "440002" });
    world.answer = async () => ({ status: 400, headers: {}, body: { error: { code: 190, message: "Token expired" } } });
    await check(id);
    world.rung.length = 0;
    const changed = await updateChannel(world.context, admin(), id, { name: "Returns", credentials: { accessToken: "fresh-token" } });
    expect(changed).toMatchObject({ ok: true, value: { name: "Returns", state: "connecting", hasAccessToken: true } });
    expect(JSON.stringify(changed)).not.toContain("fresh-token");
    const stored = await account(id);
    expect(stored.last_error).toBeNull();
    expect(stored.access_token.includes("fresh-token")).toBe(false);
    expect(world.rung).toEqual([{ name: "channel.check", payload: { workspaceId: world.workspaceId, channelAccountId: id } }]);
    world.calls.length = 0;
    await check(id);
    expect(world.calls[0]?.accessToken).toBe("fresh-token");
  });

  it("is for admins, and for accounts of the workspace", async () => {
    const { id } = await world.addAccount({ channel: "messenger", externalId: "440003" });
    const foreign = { ...admin(), workspaceId: await world.addWorkspace("Other") } as Actor;
    expect(code(await updateChannel(world.context, foreign, id, { name: "Mine" }))).toBe("not_found");
    expect(code(await updateChannel(world.context, { ...admin(), role: "supervisor" } as Actor, id, { name: "Mine" }))).toBe("forbidden");
  });
});

describe("disconnect-channel", () => {
  it("wipes the credentials, and the platform's id can be connected again, also elsewhere", async () => {
    const { id } = await world.addAccount({ channel: "messenger", externalId: "440004" });
    const elsewhere = { kind: "system" as const, workspaceId: await world.addWorkspace("Elsewhere") };
    const input = { channel: "messenger" as const, externalId: "440004", name: "Page", settings: {}, credentials: {} };
    expect(code(await connectChannel(world.context, elsewhere, input))).toBe("channel_account_taken");
    expect(code(await disconnectChannel(world.context, admin(), id))).toBe("ok");
    expect(await account(id)).toMatchObject({ state: "disabled", access_token: null });
    expect(code(await disconnectChannel(world.context, admin(), id))).toBe("not_found");
    expect(code(await connectChannel(world.context, elsewhere, input))).toBe("ok");
  });
});

describe("a channel account's webhook address", () => {
  const connect = (externalId: string, own: object) =>
    connectChannel(world.context, admin(), {
      channel: "messenger",
      externalId,
      name: "Page",
      settings: {},
      credentials: { accessToken: "t", ...own },
    });

  it("is the platform app's, unless it has an app of its own", async () => {
    const shared = await connect("900001", {});
    expect(shared).toMatchObject({ ok: true, value: { webhookPath: "/webhooks/meta" } });
    const own = await connect("900002", { appSecret: "s", verifyToken: "v" });
    if (!own.ok) throw new Error(own.error.code);
    expect(own.value.webhookPath).toBe(`/webhooks/meta/${own.value.id}`);
  });
});

describe("describe-connection", () => {
  const url = "https://desk.example.com";

  it("tells the operator's admins all of it", async () => {
    const told = await describeConnection(world.context, admin(), url);
    expect(told).toMatchObject({ ok: true, value: { callbackUrl: `${url}/webhooks/meta`, verifyTokens: ["test-verify"] } });
    if (told.ok) expect(told.value.fields.map(({ channel }) => channel)).toEqual(["whatsapp", "messenger", "instagram"]);
  });

  it("keeps the token from other businesses on the instance, and from agents", async () => {
    const workspaceId = await world.addWorkspace("Another business");
    expect(await describeConnection(world.context, { ...admin(), workspaceId }, url)).toMatchObject({ ok: true, value: { verifyTokens: [] } });
    const agent = { ...admin(), role: "supervisor" } as Actor;
    expect(code(await describeConnection(world.context, agent, url))).toBe("forbidden");
  });
});
