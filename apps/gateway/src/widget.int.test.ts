import { generateKeyPairSync } from "node:crypto";
import { channelRules } from "@onethread/channels";
import { fromTypeId, toTypeId } from "@onethread/core";
import { deliverMessages, drainWebhooks, fetchMedia, sendReply, sweep, writeNote } from "@onethread/operations";
import { createWorld, until, type World } from "@onethread/testing";
import { importPKCS8, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/** The visitor's API as a page uses it, over HTTP and a real database. */
let world: World;
let gateway: TestGateway;
let admin: string;
let widget: { id: string; uuid: string; key: string };
const site = "https://shop.example";

beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
  admin = await gateway.key(world.workspaceId);
});
beforeEach(async () => {
  widget = await addWidget();
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});

async function addWidget(settings: Record<string, unknown> = {}) {
  const made = await gateway.call(admin, "POST", "/api/v1/channel-accounts", { channel: "webchat", name: "Shop" });
  expect(made).toMatchObject({ status: 201, body: { channel: "webchat", state: "active", externalId: expect.stringMatching(/^wgt_[0-9a-f]{30}$/) } });
  const put = await gateway.call(admin, "PUT", `/api/v1/channel-accounts/${made.body.id}/widget`, { allowedOrigins: [site], ...settings });
  expect(put).toMatchObject({ status: 200, body: { key: made.body.externalId, enforced: false } });
  return { id: made.body.id as string, uuid: fromTypeId("channelAccount", made.body.id) ?? "", key: made.body.externalId as string };
}

type Answer = { status: number; body: any; headers: Headers };
const ask = (
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  { key = widget.key, origin = site as string | null } = {},
): Promise<Answer> =>
  gateway.call(token, method, `/widget/v1${path}${path.includes("?") ? "&" : "?"}key=${key}`, body, origin === null ? {} : { origin });

type Tokens = { accessToken: string; renewalToken: string; identified: boolean };
const begin = async (key = widget.key): Promise<Tokens> => (await ask(null, "POST", "/session", undefined, { key })).body;
let made = 0;
const id = () => `client-${String(++made).padStart(6, "0")}`;
async function say(token: string, text: string, more: Record<string, unknown> = {}, key = widget.key): Promise<void> {
  const answer = await ask(token, "POST", "/messages", { id: id(), text, ...more }, { key });
  expect(answer.status).toBe(202);
  await drainWebhooks(world.context);
}
const list = async (token: string, query = "") => (await ask(token, "GET", `/messages${query}`)).body.data as any[];
const rows = async (sql: string, values: unknown[] = []) => (await world.database.ingest.query(sql, values)).rows;
const system = () => ({ kind: "system" as const, workspaceId: world.workspaceId });
async function conversationOf(text: string): Promise<string> {
  const [row] = await rows("SELECT conversation_id AS id FROM items WHERE content ->> 'text' = $1 AND channel_account_id = $2", [text, widget.uuid]);
  return row.id;
}
async function reply(conversationId: string, text: string): Promise<void> {
  const sent = await sendReply(world.context, system(), conversationId, { channelAccountId: widget.uuid, content: { kind: "text", text } });
  expect(sent.ok).toBe(true);
  await deliverMessages(world.context, { workspaceId: world.workspaceId, conversationId });
}
const statusOf = async (text: string) => (await rows("SELECT delivery_status AS s FROM items WHERE content ->> 'text' = $1", [text]))[0]?.s;

async function addKey(algorithm = "HS256", publicKey?: string): Promise<{ id: string; secret: string }> {
  const answer = await gateway.call(
    admin,
    "POST",
    `/api/v1/channel-accounts/${widget.id}/widget/signing-keys`,
    publicKey ? { algorithm, publicKey } : { algorithm },
  );
  expect(answer.status).toBe(201);
  return answer.body;
}
type Claims = Record<string, unknown>;
const soon = (seconds = 300) => Math.floor(world.clock.now.getTime() / 1000) + seconds;
const sign = (secret: string, claims: Claims = {}) =>
  new SignJWT({ sub: "shop-1", aud: widget.key, exp: soon(), ...claims }).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(secret));
const signIn = (jwt: string, token: string | null = null) => ask(token, "POST", "/session/sign-in", { token: jwt });

describe("a visitor", () => {
  it("leaves no trace before they write, and is somebody from their first word on", async () => {
    const before = await rows(
      "SELECT (SELECT count(*) FROM customers) + (SELECT count(*) FROM visitor_sessions) + (SELECT count(*) FROM webhook_events) AS n",
    );
    const tokens = await begin();
    expect(await list(tokens.accessToken)).toEqual([]);
    const renewed = await ask(null, "POST", "/session/renew", { renewalToken: tokens.renewalToken });
    expect(renewed).toMatchObject({ status: 200, body: { renewalToken: tokens.renewalToken, identified: false } });
    expect((await ask(tokens.accessToken, "POST", "/events", { id: id(), kind: "page", url: `${site}/a` })).body).toEqual({ kept: false });
    expect(
      await rows("SELECT (SELECT count(*) FROM customers) + (SELECT count(*) FROM visitor_sessions) + (SELECT count(*) FROM webhook_events) AS n"),
    ).toEqual(before);
    await say(tokens.accessToken, "Is it in stock?");
    expect(await list(tokens.accessToken)).toMatchObject([
      { from: "visitor", text: "Is it in stock?", author: null, status: null, clientId: expect.stringMatching(/^client-/) },
    ]);
    expect((await ask(tokens.accessToken, "POST", "/events", { id: id(), kind: "page", url: `${site}/a`, title: "A" })).body).toEqual({ kept: true });
    const search = await gateway.call(admin, "GET", `/api/v1/conversations?view=all&channel=webchat`);
    expect(search.body.data[0]).toMatchObject({ channels: ["webchat"], unread: 1, lastMessage: { preview: "Is it in stock?", channel: "webchat" } });
  });

  it("writes once what two tabs or a bad line send twice, and in order", async () => {
    const { accessToken } = await begin();
    const message = { id: id(), text: "one" };
    const answers = await Promise.all([1, 2, 3].map(() => ask(accessToken, "POST", "/messages", message)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    world.clock.now = new Date(world.clock.now.getTime() + 10);
    await ask(accessToken, "POST", "/messages", { ...message, text: "one, changed" });
    await ask(accessToken, "POST", "/messages", { id: id(), text: "two" });
    await drainWebhooks(world.context);
    expect((await list(accessToken)).map(({ text }) => text)).toEqual(["one", "two"]);
    const page = await ask(accessToken, "GET", "/messages?limit=1");
    expect(page.body).toMatchObject({ data: [{ text: "two" }], page: { prev: expect.any(String), next: expect.any(String) } });
    expect((await ask(accessToken, "GET", `/messages?before=${page.body.page.prev}`)).body.data.map(({ text }: any) => text)).toEqual(["one"]);
    expect((await ask(accessToken, "GET", `/messages?after=${page.body.page.next}`)).body.data).toEqual([]);
  });

  it("can't write over another's message by taking its id", async () => {
    const [one, other] = [await begin(), await begin()];
    const same = { id: id(), text: "mine" };
    await ask(one.accessToken, "POST", "/messages", same);
    await ask(other.accessToken, "POST", "/messages", { ...same, text: "yours" });
    await drainWebhooks(world.context);
    expect((await list(one.accessToken)).map(({ text }) => text)).toEqual(["mine"]);
    expect((await list(other.accessToken)).map(({ text }) => text)).toEqual(["yours"]);
  });

  it("sees what was written for them and nothing else", async () => {
    const [one, other] = [await begin(), await begin()];
    await say(one.accessToken, "hello from one");
    await say(other.accessToken, "hello from other");
    const conversationId = await conversationOf("hello from one");
    await writeNote(world.context, system(), conversationId, { text: "a note about them" });
    await reply(conversationId, "an answer");
    expect(
      (await gateway.call(admin, "PATCH", `/api/v1/conversations/${toTypeId("conversation", conversationId)}`, { priority: "high" })).status,
    ).toBe(200);
    const seen = await ask(one.accessToken, "GET", "/messages");
    expect(seen.body.data.map(({ text, from }: any) => [from, text])).toEqual([
      ["visitor", "hello from one"],
      ["business", "an answer"],
    ]);
    expect(JSON.stringify(seen.body)).not.toMatch(/note about|priority|cnv_|cus_|idn_/);
    expect((await list(other.accessToken)).map(({ text }) => text)).toEqual(["hello from other"]);
    const [{ id: foreign }] = (await list(one.accessToken)).slice(-1);
    expect((await ask(other.accessToken, "POST", "/messages", { id: id(), choice: { messageId: foreign, payload: "x" } })).status).toBe(422);
    expect((await ask(other.accessToken, "POST", "/messages", { id: id(), text: "x", replyToId: foreign })).status).toBe(422);
    await ask(other.accessToken, "POST", "/read", { upToId: foreign });
    await drainWebhooks(world.context);
    expect(await statusOf("an answer")).toBe("delivered");
  });

  it("makes an answer delivered by fetching and read by reading it", async () => {
    const { accessToken } = await begin();
    await say(accessToken, "anybody there?");
    await reply(await conversationOf("anybody there?"), "we are here");
    expect(await statusOf("we are here")).toBe("sent");
    const [, answer] = await list(accessToken);
    expect(answer).toMatchObject({ status: "sent", from: "business" });
    await drainWebhooks(world.context);
    expect(await statusOf("we are here")).toBe("delivered");
    expect((await ask(accessToken, "POST", "/read", { upToId: answer.id })).status).toBe(204);
    await drainWebhooks(world.context);
    expect(await statusOf("we are here")).toBe("read");
    expect((await list(accessToken)).at(-1)).toMatchObject({ status: "read" });
    expect(world.calls).toEqual([]);
  });

  it("chooses only what a message offers", async () => {
    const { accessToken } = await begin();
    await say(accessToken, "which colours?");
    const conversationId = await conversationOf("which colours?");
    const content = {
      kind: "interactive" as const,
      interactive: { type: "buttons" as const, text: "These:", buttons: [{ id: "b", title: "Blue" }] },
    };
    expect((await sendReply(world.context, system(), conversationId, { channelAccountId: widget.uuid, content })).ok).toBe(true);
    await deliverMessages(world.context, { workspaceId: world.workspaceId, conversationId });
    const offer = (await list(accessToken)).at(-1);
    expect(offer.cards[0].buttons).toEqual([{ title: "Blue", payload: "b", url: null }]);
    expect((await ask(accessToken, "POST", "/messages", { id: id(), choice: { messageId: offer.id, payload: "red" } })).status).toBe(422);
    expect((await ask(accessToken, "POST", "/messages", { id: id(), choice: { messageId: offer.id, payload: "b" } })).status).toBe(202);
    await drainWebhooks(world.context);
    expect((await list(accessToken)).at(-1)).toMatchObject({ from: "visitor", kind: "button_reply", text: "Blue", replyToId: offer.id });
  });

  it("sends a file, and no other session's", async () => {
    const [one, other] = [await begin(), await begin()];
    const form = new FormData();
    form.set("file", new Blob(["just a text"], { type: "text/plain" }), "notes.txt");
    const uploaded = await fetch(`${gateway.url}/widget/v1/attachments?key=${widget.key}`, {
      method: "POST",
      headers: { authorization: `Bearer ${one.accessToken}`, origin: site },
      body: form,
    });
    expect(uploaded.status).toBe(201);
    const { file } = (await uploaded.json()) as { file: string };
    expect((await ask(other.accessToken, "POST", "/messages", { id: id(), files: [file] })).status).toBe(422);
    expect((await ask(one.accessToken, "POST", "/messages", { id: id(), text: "see", files: [file] })).status).toBe(202);
    await drainWebhooks(world.context);
    await fetchMedia(world.context);
    const [message] = await list(one.accessToken);
    expect(message.files).toMatchObject([{ kind: "file", name: "notes.txt", bytes: 11, url: expect.stringContaining("/api/media/") }]);
  });

  it("fills a form, answers a survey, and is shown writing", async () => {
    const { accessToken } = await begin();
    expect((await ask(accessToken, "POST", "/survey", { id: id(), score: 5 })).status).toBe(404);
    expect(
      (await ask(accessToken, "POST", "/forms", { id: id(), name: "prechat", fields: { name: "Maya", email: "maya@example.com" } })).status,
    ).toBe(202);
    await drainWebhooks(world.context);
    world.news.length = 0;
    expect((await ask(accessToken, "POST", "/typing")).status).toBe(204);
    expect(world.news).toMatchObject([{ kind: "visitor_typing", ids: [], conversationId: expect.any(String) }]);
    expect((await ask(accessToken, "POST", "/survey", { id: id(), score: 5, comment: "Kind" })).status).toBe(202);
    await drainWebhooks(world.context);
    expect(await rows("SELECT content -> 'data' AS data FROM items WHERE content ->> 'event' = 'feedback'")).toEqual([
      { data: { feedback: 5, comment: "Kind" } },
    ]);
    // An address that was typed is kept, and nobody's proof.
    expect(await rows("SELECT value, strength FROM identities WHERE kind = 'email'")).toEqual([{ value: "maya@example.com", strength: "claimed" }]);
  });

  it("is told that the conversation is done, ends it, and goes on in the same thread", async () => {
    const { accessToken } = await begin();
    const ended = async () => (await ask(accessToken, "GET", "/messages")).body.ended;
    expect((await ask(accessToken, "POST", "/end")).status).toBe(404);
    await say(accessToken, "Is it blue?");
    const conversationId = await conversationOf("Is it blue?");
    expect(await ended()).toBe(false);
    // Nobody's question is put away by it.
    expect(await ask(accessToken, "POST", "/end")).toMatchObject({ status: 409, body: { code: "newer_message" } });
    await reply(conversationId, "It is.");
    expect((await ask(accessToken, "POST", "/end")).status).toBe(204);
    expect(await ended()).toBe(true);
    expect((await ask(accessToken, "POST", "/end")).status).toBe(204);
    const { body } = await gateway.call(admin, "GET", `/api/v1/conversations/${toTypeId("conversation", conversationId)}`);
    expect(body.status).toBe("done");
    await say(accessToken, "And in green?");
    expect(await ended()).toBe(false);
    expect(await conversationOf("And in green?")).toBe(conversationId);
  });

  it("gets a transcript", async () => {
    const { accessToken } = await begin();
    expect((await ask(accessToken, "GET", "/transcript")).status).toBe(404);
    await say(accessToken, "first");
    await reply(await conversationOf("first"), "second");
    const response = await fetch(`${gateway.url}/widget/v1/transcript?key=${widget.key}&you=Me`, {
      headers: { authorization: `Bearer ${accessToken}`, origin: site },
    });
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(await response.text()).toMatch(/^Shop\n\n.* UTC {2}Me: first\n.* UTC {2}\S.*: second\n$/);
  });

  it("goes on by another channel that the widget offers", async () => {
    const page = await world.addAccount({ channel: "messenger", externalId: `90${made}` });
    const closed = await world.addAccount({ channel: "messenger", externalId: `91${made}` });
    await gateway.call(admin, "PUT", `/api/v1/channel-accounts/${widget.id}/widget`, { allowedOrigins: [site], doors: [page.typeId] });
    const { accessToken } = await begin();
    expect((await ask(accessToken, "POST", "/continue", { channelAccountId: page.typeId })).status).toBe(404);
    await say(accessToken, "let us go on elsewhere");
    expect((await ask(accessToken, "POST", "/continue", { channelAccountId: closed.typeId })).status).toBe(404);
    const link = await ask(accessToken, "POST", "/continue", { channelAccountId: page.typeId });
    expect(link).toMatchObject({ status: 201, body: { url: expect.stringMatching(/^https:\/\/m\.me\/\d+\?ref=ot-/) } });
  });

  it("is out of reach after a month, and in reach again when they come by", async () => {
    const tokens = await begin();
    await say(tokens.accessToken, "I will be away");
    const conversationId = await conversationOf("I will be away");
    const now = world.clock.now;
    world.clock.now = new Date(now.getTime() + channelRules.webchat.limits.windowMs);
    const refused = await sendReply(world.context, system(), conversationId, { content: { kind: "text", text: "?" } });
    expect(refused).toMatchObject({ ok: false, error: { code: "window_closed" } });
    expect((await ask(null, "POST", "/session/renew", { renewalToken: tokens.renewalToken })).status).toBe(200);
    await reply(conversationId, "welcome back");
    world.clock.now = now;
  });

  it("signed in elsewhere counts as seen in every browser", async () => {
    const { secret } = await addKey();
    const { accessToken } = (await signIn(await sign(secret, { sub: "traveller" }))).body as Tokens;
    await say(accessToken, "before my journey");
    const conversationId = await conversationOf("before my journey");
    const now = world.clock.now;
    world.clock.now = new Date(now.getTime() + channelRules.webchat.limits.windowMs);
    const tablet = (await signIn(await sign(secret, { sub: "traveller" }))).body as Tokens;
    expect((await ask(null, "POST", "/session/renew", { renewalToken: tablet.renewalToken })).status).toBe(200);
    await reply(conversationId, "you are back");
    world.clock.now = now;
  });
});

describe("sessions", () => {
  it("end for everybody when a renewal token is used twice, but not for two tabs at once", async () => {
    const first = await begin();
    await say(first.accessToken, "session");
    const second = (await ask(null, "POST", "/session/renew", { renewalToken: first.renewalToken })).body as Tokens;
    expect(second.renewalToken).not.toBe(first.renewalToken);
    // The other tab, or the answer that was lost: the same one again.
    expect((await ask(null, "POST", "/session/renew", { renewalToken: first.renewalToken })).body.renewalToken).toBe(second.renewalToken);
    const third = (await ask(null, "POST", "/session/renew", { renewalToken: second.renewalToken })).body as Tokens;
    expect((await ask(null, "POST", "/session/renew", { renewalToken: first.renewalToken })).status).toBe(401);
    for (const token of [second, third]) expect((await ask(null, "POST", "/session/renew", { renewalToken: token.renewalToken })).status).toBe(401);
    expect((await ask(third.accessToken, "GET", "/messages")).status).toBe(401);
  });

  it("take the token before the last for a minute only", async () => {
    const first = await begin();
    await say(first.accessToken, "a minute");
    await ask(null, "POST", "/session/renew", { renewalToken: first.renewalToken });
    const now = world.clock.now;
    world.clock.now = new Date(now.getTime() + 61_000);
    expect((await ask(null, "POST", "/session/renew", { renewalToken: first.renewalToken })).status).toBe(401);
    world.clock.now = now;
  });

  it("of two tabs that renew in the same moment both go on", async () => {
    const first = await begin();
    await say(first.accessToken, "two tabs");
    const answers = await Promise.all([1, 2].map(() => ask(null, "POST", "/session/renew", { renewalToken: first.renewalToken })));
    expect(new Set(answers.map(({ body }) => body.renewalToken)).size).toBe(1);
    expect((await ask(null, "POST", "/session/renew", { renewalToken: answers[0]?.body.renewalToken })).status).toBe(200);
  });

  it("are over after 180 days, and their access after an hour", async () => {
    const [silent, writer] = [await begin(), await begin()];
    await say(writer.accessToken, "and gone");
    const now = world.clock.now;
    world.clock.now = new Date(now.getTime() + 60 * 60_000);
    expect((await ask(writer.accessToken, "GET", "/messages")).status).toBe(401);
    world.clock.now = new Date(now.getTime() + 180 * 24 * 60 * 60_000);
    for (const { renewalToken } of [silent, writer]) expect((await ask(null, "POST", "/session/renew", { renewalToken })).status).toBe(401);
    // Once a minute the sweep forgets those that nobody can go on with.
    world.clock.now.setUTCSeconds(0);
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
    await sweep(world.context);
    expect(await rows("SELECT 1 FROM visitor_sessions WHERE expires_at < $1", [world.clock.now])).toEqual([]);
    expect(
      await rows("SELECT 1 FROM visitor_sessions WHERE created_at <= $1 AND wrote_at IS NOT NULL AND generation = 0 AND channel_account_id = $2", [
        now,
        widget.uuid,
      ]),
    ).toEqual([]);
    world.clock.now = now;
  });

  it("are good at their own widget, and end when asked to", async () => {
    const tokens = await begin();
    await say(tokens.accessToken, "bye");
    const other = await addWidget();
    expect((await ask(tokens.accessToken, "GET", "/messages", undefined, { key: other.key })).status).toBe(401);
    expect((await ask(null, "POST", "/session/renew", { renewalToken: tokens.renewalToken }, { key: other.key })).status).toBe(401);
    expect((await ask(tokens.accessToken, "DELETE", "/session")).status).toBe(204);
    expect((await ask(tokens.accessToken, "GET", "/messages")).status).toBe(401);
    for (const made of ["", "x", tokens.renewalToken, "a.b.c.d.e.f"]) expect((await ask(made || null, "GET", "/messages")).status).toBe(401);
  });
});

describe("who a visitor is signed to be", () => {
  it("is believed when the business' server signed it for this widget, a moment ago", async () => {
    const { secret } = await addKey();
    expect((await signIn(await sign(secret, { name: "Maya Trent", plan: "gold" }))).body).toMatchObject({ identified: true });
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ sub: "shop-1", aud: widget.key, exp: soon() })).toString("base64url")}.`;
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const ec = await new SignJWT({ sub: "shop-1", aud: widget.key, exp: soon() }).setProtectedHeader({ alg: "ES256" }).sign(privateKey);
    const bad = {
      forged: await sign("another secret, long enough for HS256 to take it"),
      expired: await sign(secret, { exp: soon(-31) }),
      "good for too long": await sign(secret, { exp: soon(16 * 60) }),
      "without an end": await sign(secret, { exp: undefined }),
      "for another widget": await sign(secret, { aud: "wgt_other" }),
      "for none": await sign(secret, { aud: undefined }),
      nobody: await sign(secret, { sub: "" }),
      none,
      ec,
      HS512: await new SignJWT({ sub: "shop-1", aud: widget.key, exp: soon() })
        .setProtectedHeader({ alg: "HS512" })
        .sign(new TextEncoder().encode(secret.repeat(2))),
      "no token": "a.b.c",
    };
    for (const [why, token] of Object.entries(bad))
      expect(await signIn(token), why).toMatchObject({ status: 401, body: { code: "invalid_signature" } });
  });

  it("by a public key, which is never taken for a secret", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
    await addKey("ES256", pem);
    const token = await new SignJWT({ sub: "shop-9", aud: widget.key, exp: soon() })
      .setProtectedHeader({ alg: "ES256" })
      .sign(await importPKCS8(privateKey.export({ type: "pkcs8", format: "pem" }).toString(), "ES256"));
    expect((await signIn(token)).status).toBe(200);
    expect((await signIn(await sign(pem))).status).toBe(401);
    const path = `/api/v1/channel-accounts/${widget.id}/widget/signing-keys`;
    for (const publicKey of ["x".repeat(60), privateKey.export({ type: "pkcs8", format: "pem" }).toString()])
      expect((await gateway.call(admin, "POST", path, { algorithm: "ES256", publicKey })).status).toBe(422);
    expect((await gateway.call(admin, "POST", path, { algorithm: "RS256", publicKey: pem })).status).toBe(422);
    const rsa = (modulusLength: number) => generateKeyPairSync("rsa", { modulusLength });
    const short = rsa(1024).publicKey.export({ type: "spki", format: "pem" }).toString();
    expect((await gateway.call(admin, "POST", path, { algorithm: "RS256", publicKey: short })).status).toBe(422);
    const good = rsa(2048);
    await addKey("RS256", good.publicKey.export({ type: "spki", format: "pem" }).toString());
    const claims = { sub: "shop-9", aud: widget.key, exp: soon() };
    expect((await signIn(await new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign(good.privateKey))).status).toBe(200);
    // The other key's algorithm is not this one's.
    expect((await signIn(await new SignJWT(claims).setProtectedHeader({ alg: "PS256" }).sign(good.privateKey))).status).toBe(401);
  });

  it("while keys are exchanged two are good, a removed one is not", async () => {
    const [one, two] = [await addKey(), await addKey()];
    const path = `/api/v1/channel-accounts/${widget.id}/widget`;
    expect((await gateway.call(admin, "POST", `${path}/signing-keys`, { algorithm: "HS256" })).status).toBe(409);
    for (const { secret } of [one, two]) expect((await signIn(await sign(secret))).status).toBe(200);
    const shown = await gateway.call(admin, "GET", `/api/v1/channel-accounts/${widget.id}/widget`);
    expect(shown.body).toMatchObject({ enforced: true, signingKeys: [{ algorithm: "HS256", publicKey: null }, {}] });
    const usedAt = world.clock.now.toISOString();
    expect(shown.body.signingKeys).toMatchObject([{ usedAt }, { usedAt }]);
    expect(JSON.stringify(shown.body)).not.toContain(one.secret);
    expect((await gateway.call(admin, "DELETE", `/api/v1/channel-accounts/${widget.id}/widget/signing-keys/${one.id}`)).status).toBe(204);
    expect((await signIn(await sign(one.secret))).status).toBe(401);
    expect((await signIn(await sign(two.secret))).status).toBe(200);
  });

  it("makes one person of their browsers, with one thread and one door", async () => {
    const { secret } = await addKey();
    const phone = (await signIn(await sign(secret, { sub: "maya", name: "Maya Trent", plan: "gold" }))).body as Tokens;
    await say(phone.accessToken, "from my phone");
    await say(phone.accessToken, "and again");
    const told = await rows(
      "SELECT content -> 'data' AS data FROM items WHERE content ->> 'event' = 'visitor_identified' AND channel_account_id = $1",
      [widget.uuid],
    );
    expect(told).toEqual([{ data: { facts: "plan: gold · customer: maya" } }]);
    const anonymous = await begin();
    await say(anonymous.accessToken, "from my desk, before I signed in");
    const desk = (await signIn(await sign(secret, { sub: "maya", name: "Maya Trent" }), anonymous.accessToken)).body as Tokens;
    await drainWebhooks(world.context);
    const texts = ["from my phone", "and again", "from my desk, before I signed in"];
    for (const { accessToken } of [phone, desk]) expect((await list(accessToken)).map(({ text }) => text)).toEqual(texts);
    const conversationId = await conversationOf("from my phone");
    expect(await conversationOf("from my desk, before I signed in")).toBe(conversationId);
    const doors = await gateway.call(admin, "GET", `/api/v1/conversations/${toTypeId("conversation", conversationId)}/sendability`);
    expect(doors.body.data.filter(({ channel }: any) => channel === "webchat")).toMatchObject([{ state: "open", address: "Maya Trent" }]);
    await reply(conversationId, "to all of them");
    const third = (await signIn(await sign(secret, { sub: "maya" }))).body as Tokens;
    expect((await list(third.accessToken)).map(({ text }) => text)).toEqual([...texts, "to all of them"]);
  });

  it("another one signing in at the same browser is a new visitor, and sees nothing of the one before", async () => {
    const { secret } = await addKey();
    const maya = (await signIn(await sign(secret, { sub: "maya-2" }))).body as Tokens;
    await say(maya.accessToken, "Maya's secret");
    const lena = (await signIn(await sign(secret, { sub: "lena-2" }), maya.accessToken)).body as Tokens;
    await say(lena.accessToken, "I am Lena");
    expect((await list(lena.accessToken)).map(({ text }) => text)).toEqual(["I am Lena"]);
    expect((await list(maya.accessToken)).map(({ text }) => text)).toEqual(["Maya's secret"]);
    expect(await conversationOf("I am Lena")).not.toBe(await conversationOf("Maya's secret"));
  });

  it("once a widget has a key, what a page says by itself is refused", async () => {
    const { accessToken } = await begin();
    const traits = { id: id(), name: "traits", fields: { email: "ceo@shop.example" } };
    expect((await ask(accessToken, "POST", "/forms", traits)).status).toBe(202);
    await addKey();
    expect((await ask(accessToken, "POST", "/forms", { ...traits, id: id() })).status).toBe(401);
  });
});

describe("the door", () => {
  it("lets in the widget's sites and our own frame, nobody else", async () => {
    for (const origin of ["https://evil.example", "https://shop.example.evil.com", "http://shop.example", "null"]) {
      const refused = await ask(null, "GET", "/config", undefined, { origin });
      expect(refused).toMatchObject({ status: 403, body: { code: "origin_not_allowed" } });
      expect(refused.headers.get("access-control-allow-origin")).toBeNull();
    }
    const allowed = await ask(null, "GET", "/config");
    expect(allowed.headers.get("access-control-allow-origin")).toBe(site);
    expect(allowed.headers.get("vary")).toContain("Origin");
    for (const origin of ["http://127.0.0.1:3000", null]) expect((await ask(null, "GET", "/config", undefined, { origin })).status).toBe(200);
    const preflight = await ask(null, "OPTIONS", "/messages");
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization, content-type");
    expect((await ask(null, "OPTIONS", "/messages", undefined, { origin: "https://evil.example" })).status).toBe(403);
    expect((await ask(null, "GET", "/config", undefined, { key: "wgt_none" })).status).toBe(404);
  });

  it("is not to be found by guessing", async () => {
    const guess = (address: string) => {
      const key = `wgt_${String(++made).padStart(30, "0")}`;
      return gateway.call(null, "GET", `/widget/v1/config?key=${key}`, undefined, { "x-forwarded-for": address });
    };
    const answers: number[] = [];
    for (let tries = 0; tries < 62; tries++) answers.push((await guess("203.0.113.9")).status);
    expect(answers).toEqual([...Array<number>(60).fill(404), 429, 429]);
    expect((await guess("203.0.113.10")).status).toBe(404);
    // Who has a page open there goes on.
    await ask(null, "GET", "/config");
    const known = await gateway.call(null, "GET", `/widget/v1/config?key=${widget.key}`, undefined, {
      origin: site,
      "x-forwarded-for": "203.0.113.9",
    });
    expect(known.status).toBe(200);
  });

  it("is shut when the widget is switched off", async () => {
    await gateway.call(admin, "PATCH", `/api/v1/channel-accounts/${widget.id}`, { state: "disabled" });
    expect((await ask(null, "GET", "/config")).status).toBe(404);
  });

  it("lets a visitor write so often and no more", async () => {
    const { accessToken } = await begin();
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(accessToken, "POST", "/messages", { id: id(), text: "flood" })));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(20);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask((await begin()).accessToken, "POST", "/messages", { id: id(), text: "another" })).status).toBe(202);
  });

  it("takes what is of a size and a form", async () => {
    const { accessToken } = await begin();
    const { max } = channelRules.webchat.limits.text;
    const post = (body: unknown) => ask(accessToken, "POST", "/messages", body);
    expect((await post({ id: id(), text: "x".repeat(max) })).status).toBe(202);
    expect((await post({ id: id(), text: "x".repeat(max + 1) })).body.code).toBe("text_too_long");
    for (const bad of [{}, { id: "short", text: "x" }, { id: id() }, { id: id(), text: "" }, { id: id(), text: "x", html: "<b>" }])
      expect((await post(bad)).status).toBe(422);
    expect((await post("{")).status).toBe(400);
  });

  it("answers a frame that only the widget's sites may show", async () => {
    const frame = (query: string) => fetch(`${gateway.url}/widget/frame${query}`);
    const policyOf = async (query: string) => (await frame(query)).headers.get("content-security-policy");
    await gateway.call(admin, "PUT", `/api/v1/channel-accounts/${widget.id}/widget`, { allowedOrigins: [site, "https://*.shop.example"] });
    expect(await policyOf(`?key=${widget.key}`)).toMatch(/frame-ancestors https:\/\/shop\.example https:\/\/\*\.shop\.example$/);
    expect(await policyOf(`?key=${widget.key}&origin=${site}`)).toMatch(/frame-ancestors https:\/\/shop\.example$/);
    expect(await policyOf(`?key=${widget.key}&origin=https://de.shop.example`)).toMatch(/frame-ancestors https:\/\/de\.shop\.example$/);
    for (const query of [
      "",
      "?key=wgt_none",
      `?key=${widget.key}&origin=https://evil.example`,
      `?key=${widget.key}&origin=https://a.b.shop.example`,
      `?key=${widget.key}&origin=https://x.shop.example;%20script-src%20*`,
    ])
      expect(await policyOf(query)).toMatch(/frame-ancestors 'none'$/);
    expect(await policyOf("")).toContain("default-src 'none'");
  });

  it("tells a shop's offers to its own sites", async () => {
    const asked = async (origin?: string, key = widget.key) => {
      const response = await fetch(`${gateway.url}/widget/offers.js?key=${key}`, origin ? { headers: { origin } } : {});
      return { refused: response.status === 403, for: response.headers.get("access-control-allow-origin") };
    };
    await gateway.call(admin, "PUT", `/api/v1/channel-accounts/${widget.id}/widget`, { allowedOrigins: [site] });
    expect(await asked(site)).toMatchObject({ refused: false });
    for (const origin of ["https://evil.example", undefined]) expect(await asked(origin)).toEqual({ refused: true, for: null });
    expect(await asked(site, "wgt_none")).toEqual({ refused: true, for: null });
  });
});

describe("a widget", () => {
  it("is described in the visitor's language, with honest hours", async () => {
    const settings = {
      allowedOrigins: [site],
      color: "#ffd23f",
      defaultLanguage: "en",
      texts: { greeting: { en: "Hi there", "pt-BR": "Olá" }, introduction: {}, away: {} },
      preChat: { enabled: true, fields: [{ name: "email", kind: "email", required: true, label: { en: "E-mail" } }] },
    };
    const put = await gateway.call(admin, "PUT", `/api/v1/channel-accounts/${widget.id}/widget`, settings);
    expect(put.body.textOnColor).toMatchObject({ color: "#000000", contrast: expect.any(Number) });
    expect((await ask(null, "GET", "/config?language=pt")).body).toMatchObject({
      language: "pt-BR",
      texts: { greeting: "Olá" },
      textOnColor: "#000000",
    });
    const config = await ask(null, "GET", "/config?language=de");
    expect(config.headers.get("cache-control")).toBe("public, max-age=60");
    expect(config.body).toMatchObject({
      name: "Shop",
      language: "en",
      languages: ["en", "pt-BR"],
      texts: { greeting: "Hi there", introduction: null },
      preChat: [{ name: "email", label: "E-mail", required: true }],
      replyTimeMs: null,
      doors: [],
      enforced: false,
    });
    expect(JSON.stringify(config.body)).not.toMatch(/secret|allowedOrigins|wsp_/);
  });

  it("is for admins to change, and takes no origin that is none", async () => {
    const reader = await gateway.key(world.workspaceId, ["read", "write", "send"]);
    const path = `/api/v1/channel-accounts/${widget.id}/widget`;
    expect((await gateway.call(reader, "GET", path)).status).toBe(403);
    expect((await gateway.call(reader, "PUT", path, {})).status).toBe(403);
    for (const origin of ["shop.example", "https://*", "https://shop.example/chat", "https://a.example; script-src *"])
      expect((await gateway.call(admin, "PUT", path, { allowedOrigins: [origin] })).status).toBe(422);
    const other = await gateway.key(await world.addWorkspace());
    expect((await gateway.call(other, "GET", path)).status).toBe(404);
    expect((await gateway.call(admin, "POST", "/api/v1/channel-accounts", { channel: "webchat", name: "x", externalId: "mine" })).status).toBe(422);
    expect((await gateway.call(admin, "POST", "/api/v1/channel-accounts", { channel: "messenger", name: "x" })).status).toBe(422);
  });

  it("is spoken for by nobody's webhook", async () => {
    const body = {
      object: "webchat",
      entry: [{ id: widget.key, events: [{ id: "x1", at: 1793696400137, visitor: { id: "v_x" }, kind: "message", text: "forged" }] }],
    };
    expect(await gateway.webhook(body)).toBe(200);
    await drainWebhooks(world.context);
    expect(await rows("SELECT 1 FROM items WHERE content ->> 'text' = 'forged'")).toEqual([]);
    expect(await rows("SELECT reason FROM webhook_items WHERE channel_account_id = $1", [widget.uuid])).toEqual([{ reason: "foreign_account" }]);
  });
});

describe("the live stream", () => {
  async function listen(token: string) {
    const stop = new AbortController();
    const response = await fetch(`${gateway.url}/widget/v1/stream?key=${widget.key}`, {
      headers: { authorization: `Bearer ${token}`, origin: site },
      signal: stop.signal,
    });
    let heard = "";
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) heard += decoder.decode(chunk);
    })().catch(() => {});
    return {
      response,
      heard: () => heard,
      events: (name: string) => heard.split(`event: ${name}\n`).length - 1,
      stop: async () => {
        stop.abort();
        await reading;
      },
    };
  }

  it("tells a visitor of what is theirs, without a word of it", async () => {
    const [one, other] = [await begin(), await begin()];
    const [mine, theirs] = [await listen(one.accessToken), await listen(other.accessToken)];
    expect(mine.response.headers.get("access-control-allow-origin")).toBe(site);
    await until("it has begun", () => mine.events("resync") === 1 && theirs.events("resync") === 1);
    await say(one.accessToken, "can you hear me");
    await until("their thread is known", () => mine.events("changed") > 0);
    const before = mine.events("changed");
    const conversationId = await conversationOf("can you hear me");
    await reply(conversationId, "loud and clear");
    await until("the answer is told", () => mine.events("changed") > before);
    const { status } = await gateway.call(
      admin,
      "POST",
      `/api/v1/conversations/${toTypeId("conversation", conversationId)}/typing?tellCustomer=true`,
    );
    expect(status).toBeLessThan(300);
    await until("somebody writes", () => mine.events("typing") === 1);
    // And what the desk tells by itself: a reply is being written, a note is nobody's business.
    const beat = (mode: "note" | "typing") =>
      world.context.realtime.publish([
        {
          workspaceId: world.workspaceId,
          kind: "presence",
          ids: [crypto.randomUUID()],
          conversationId,
          beat: { device: "d", mode, leftMs: 25_000, from: "x" },
        },
      ]);
    await beat("note");
    await beat("typing");
    await until("an agent writes", () => mine.events("typing") === 2);
    expect(mine.heard()).not.toMatch(/loud|cnv_|msg_|[0-9a-f]{8}-/);
    expect(theirs.events("changed") + theirs.events("typing")).toBe(0);
    await Promise.all([mine.stop(), theirs.stop()]);
  });

  it("is for whoever has a token, eight at a time", async () => {
    expect((await ask(null, "GET", "/stream")).status).toBe(401);
    const { accessToken } = await begin();
    const open = await Promise.all(Array.from({ length: 8 }, () => listen(accessToken)));
    expect((await ask(accessToken, "GET", "/stream")).status).toBe(429);
    await Promise.all(open.map((one) => one.stop()));
  });
});
