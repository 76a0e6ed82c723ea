import { type Actor, fromTypeId } from "@onethread/core";
import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkChannel } from "./check-channel.ts";
import { connectChannel } from "./connect-channel.ts";
import { drainWebhooks } from "./drain-webhooks.ts";
import { readConnectionProgress } from "./read-connection-progress.ts";
import { answerWebhookHandshake, webhookReceiver } from "./receive-webhook.ts";
import { updateChannel } from "./update-channel.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.clock.now = new Date(world.clock.now.getTime() + 5000);
  world.answer = async () => ({ status: 200, headers: {}, body: { id: "1" } });
});

const admin = (): Actor => ({ kind: "agent", workspaceId: world.workspaceId, agentId: crypto.randomUUID(), name: "A", role: "admin" });
const later = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 2000);
};

async function connect(externalId: string, own = true) {
  const made = await connectChannel(world.context, admin(), {
    channel: "messenger",
    externalId,
    name: "Page",
    settings: {},
    credentials: { accessToken: "t", ...(own ? { appSecret: "own-secret", verifyToken: "The-Token-Of-Our-Own" } : {}) },
  });
  if (!made.ok) throw new Error(made.error.code);
  const id = fromTypeId("channelAccount", made.value.id) ?? "";
  await checkChannel(world.context, { workspaceId: world.workspaceId, channelAccountId: id });
  return { id, typeId: made.value.id };
}
const progress = async (id: string) => {
  const read = await readConnectionProgress(world.context, admin(), id);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const shake = (token: string, typeId?: string) =>
  answerWebhookHandshake(world.context, { "hub.mode": "subscribe", "hub.challenge": "1", "hub.verify_token": token }, typeId);
const message = (account: string, from: string) => ({
  object: "page",
  entry: [
    {
      id: account,
      time: 1,
      messaging: [{ sender: { id: from }, recipient: { id: account }, timestamp: 1, message: { mid: `m_${from}`, text: "Hi" } }],
    },
  ],
});
async function post(body: unknown, secret: string, typeId?: string) {
  const { body: bytes, signature } = signed(body, secret);
  return (await webhookReceiver(world.context)({ body: bytes, signature, channelAccountId: typeId })).ok;
}

describe("an account with an app of its own", () => {
  it("becomes active by a signed webhook and no sooner, and tells each step", async () => {
    const { id, typeId } = await connect("550001");
    expect(await progress(id)).toMatchObject({
      state: "connecting",
      webhookVia: "own_app",
      handshakeAt: null,
      firstWebhookAt: null,
      token: { state: "ok" },
    });

    world.news.length = 0;
    expect(await shake("the-token-of-our-own", typeId)).toBeNull();
    expect((await progress(id)).refusedHandshake).toMatchObject({ reason: "case", start: "" });
    expect(world.news).toEqual([{ workspaceId: world.workspaceId, kind: "channel_account", ids: [id] }]);
    later();
    expect(await shake("something-else-entirely", typeId)).toBeNull();
    expect((await progress(id)).refusedHandshake).toMatchObject({ reason: "wrong", start: "som", length: 23 });
    later();
    expect(await shake("The-Token-Of-Our-Own", typeId)).toBe("1");
    expect(await progress(id)).toMatchObject({ refusedHandshake: null, handshakeAt: world.clock.now.toISOString() });

    later();
    expect(await post(message("550001", "1"), "another-secret", typeId)).toBe(false);
    expect(await progress(id)).toMatchObject({ state: "connecting", refusedWebhook: { reason: "wrong" } });
    later();
    expect(await post(message("550001", "1"), testAppSecret, typeId)).toBe(false);
    expect(await progress(id)).toMatchObject({ refusedWebhook: { reason: "another_app" } });
    later();
    // As the platform's test button sends it: it names nobody.
    expect(await post({ object: "page", entry: [] }, "own-secret", typeId)).toBe(true);
    expect(await progress(id)).toMatchObject({ state: "active", refusedWebhook: null, message: null });
    expect(await post(message("550001", "1"), "own-secret", typeId)).toBe(true);
    await drainWebhooks(world.context);
    expect((await progress(id)).message?.conversationId).toMatch(/^cnv_/);

    const change = await updateChannel(world.context, admin(), id, { credentials: { appSecret: "rotated" } });
    expect(change).toMatchObject({ ok: true, value: { state: "connecting" } });
  });
});

describe("an account of the installation's app", () => {
  it("becomes active by the first signed webhook that names it, whenever its token is known to work", async () => {
    const { id } = await connect("550002", false);
    expect(await shake("wrong-token-here")).toBeNull();
    expect(await progress(id)).toMatchObject({
      state: "connecting",
      webhookVia: "installation",
      refusedHandshake: { reason: "wrong", start: "wro" },
    });
    world.news.length = 0;
    await post(message("550002", "2"), testAppSecret);
    await drainWebhooks(world.context);
    expect((await progress(id)).state).toBe("active");
    expect(world.news).toContainEqual({ workspaceId: world.workspaceId, kind: "channel_account", ids: [id] });

    world.answer = async () => ({ status: 400, headers: {}, body: { error: { code: 190, message: "Expired" } } });
    const broken = await connect("550003", false);
    await post(message("550003", "3"), testAppSecret);
    await drainWebhooks(world.context);
    expect(await progress(broken.id)).toMatchObject({ state: "degraded", token: { state: "fail" } });
  });

  it("does not show another business what comes to the installation's door, nor anything to agents", async () => {
    const { id } = await connect("550004", false);
    expect(await readConnectionProgress(world.context, { ...admin(), role: "supervisor" } as Actor, id)).toMatchObject({
      error: { code: "forbidden" },
    });
    const workspaceId = await world.addWorkspace("Other");
    const other = await world.addAccount({ channel: "messenger", externalId: "550005", workspaceId });
    await shake("wrong-token-here");
    const foreign: Actor = { kind: "system", workspaceId };
    expect(await readConnectionProgress(world.context, foreign, other.id)).toMatchObject({ ok: true, value: { refusedHandshake: null } });
    expect(await readConnectionProgress(world.context, foreign, id)).toMatchObject({ error: { code: "not_found" } });
  });

  it("has its row written once a second at most, however often strangers knock", async () => {
    const at = world.clock.now;
    await shake("first-wrong-token");
    await shake("other-wrong-token");
    const { rows } = await world.database.ingest.query(
      "SELECT refused_handshake ->> 'start' AS start, refused_handshake_at AS at FROM webhook_knocks WHERE endpoint = 'installation'",
    );
    expect(rows).toEqual([{ start: "fir", at }]);
  });
});
