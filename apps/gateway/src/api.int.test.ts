import { drainWebhooks } from "@onethread/operations";
import { createWorld, signed, type World } from "@onethread/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

let world: World;
let gateway: TestGateway;
let key: string;
let page: { id: string; typeId: string };
const pageId = "330002";

beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
  key = await gateway.key(world.workspaceId);
  page = await world.addAccount({ channel: "messenger", externalId: pageId });
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});

const message = (sender: string, mid: string, text: string, at = Date.now()) => ({
  object: "page",
  entry: [{ id: pageId, time: at, messaging: [{ sender: { id: sender }, recipient: { id: pageId }, timestamp: at, message: { mid, text } }] }],
});

async function customerOf(sender: string, text = "Hello"): Promise<{ customerId: string; conversationId: string }> {
  await gateway.webhook(message(sender, `m_${sender}_${Math.random()}`, text));
  await drainWebhooks(world.context);
  const { body } = await gateway.call(key, "GET", `/api/v1/customers?identity=psid:${sender}`);
  return { customerId: body.data[0].id, conversationId: body.data[0].conversationId };
}

describe("webhooks over HTTP", () => {
  it("answers the handshake, and refuses another token", async () => {
    const query = (token: string) => `${gateway.url}/webhooks/meta?hub.mode=subscribe&hub.challenge=8127&hub.verify_token=${token}`;
    const good = await fetch(query("test-verify"));
    expect([good.status, await good.text()]).toEqual([200, "8127"]);
    expect((await fetch(query("wrong"))).status).toBe(403);
  });

  it("refuses an unsigned or wrongly signed body without a row", async () => {
    const rows = async () => Number((await world.database.ingest.query("SELECT count(*) AS n FROM webhook_events")).rows[0].n);
    const before = await rows();
    const unsigned = await fetch(`${gateway.url}/webhooks/meta`, { method: "POST", body: "{}" });
    expect([unsigned.status, unsigned.headers.get("content-type"), ((await unsigned.json()) as { code: string }).code]).toEqual([
      401,
      "application/problem+json",
      "invalid_signature",
    ]);
    const { body } = signed(message("1", "m", "x"), "another secret");
    expect((await fetch(`${gateway.url}/webhooks/meta`, { method: "POST", headers: { "x-hub-signature-256": "sha256=abc" }, body })).status).toBe(
      401,
    );
    expect(await rows()).toBe(before);
  });

  it("takes 3 MB and refuses more than 4 MiB", async () => {
    expect(await gateway.webhook({ object: "page", padding: "x".repeat(3_000_000), entry: [] })).toBe(200);
    expect(await gateway.webhook({ object: "page", padding: "x".repeat(4 * 1024 * 1024), entry: [] })).toBe(413);
  });

  it("keeps what names an unknown account as ignored, and drains it again once the account is connected", async () => {
    const at = Date.now();
    await gateway.webhook({
      object: "page",
      entry: [
        {
          id: "330777",
          time: at,
          messaging: [{ sender: { id: "71" }, recipient: { id: "330777" }, timestamp: at, message: { mid: "m_early", text: "Too early" } }],
        },
      ],
    });
    await drainWebhooks(world.context);
    const { body: ignored } = await gateway.call(key, "GET", "/api/v1/webhook-events?state=ignored");
    expect(ignored.data.some((event: any) => event.reason === "unknown_account")).toBe(true);
    const made = await gateway.call(key, "POST", "/api/v1/channel-accounts", {
      channel: "messenger",
      externalId: "330777",
      name: "Second page",
      credentials: { accessToken: "secret-token" },
    });
    expect(made.status).toBe(201);
    expect(JSON.stringify(made.body)).not.toContain("secret-token");
    world.clock.now = new Date();
    await drainWebhooks(world.context);
    expect((await gateway.call(key, "GET", "/api/v1/messages?externalId=m_early")).body.data).toHaveLength(1);
    expect(
      (await gateway.call(key, "POST", "/api/v1/channel-accounts", { channel: "messenger", externalId: "330777", name: "Again" })).body.code,
    ).toBe("channel_account_taken");
  });
});

describe("the API", () => {
  it("says who may not, what is missing and which field is wrong", async () => {
    expect((await gateway.call(null, "GET", "/api/v1/conversations")).body).toMatchObject({ status: 401, code: "unauthenticated" });
    const reader = await gateway.key(world.workspaceId, ["read"]);
    expect((await gateway.call(reader, "POST", "/api/v1/labels", { name: "x" })).body).toMatchObject({ status: 403, code: "scope_missing" });
    expect((await gateway.call(key, "GET", "/api/v1/conversations?colour=red")).body).toMatchObject({
      status: 422,
      errors: [{ pointer: "?colour" }],
    });
    expect((await gateway.call(key, "GET", "/api/v1/conversations?cursor=nonsense")).body).toMatchObject({
      status: 422,
      code: "invalid_cursor",
      errors: [{ pointer: "?cursor" }],
    });
    expect(
      (await gateway.call(key, "POST", "/api/v1/labels", { name: "", colour: "red" })).body.errors.map((error: any) => error.pointer).sort(),
    ).toEqual(["/colour", "/name"]);
    expect((await gateway.call(key, "POST", "/api/v1/labels", "{")).body).toMatchObject({ status: 400, code: "malformed_body" });
    expect((await gateway.call(key, "GET", "/api/v1/customers/cus_00000000000000000000000000")).body).toMatchObject({
      status: 404,
      code: "not_found",
    });
    expect((await gateway.call(key, "GET", "/api/v1/nothing")).body).toMatchObject({ status: 404, code: "not_found" });
  });

  it("never shows another workspace's things", async () => {
    const { customerId, conversationId } = await customerOf("801");
    const stranger = await gateway.key(await world.addWorkspace("Other"));
    for (const path of [
      `customers/${customerId}`,
      `conversations/${conversationId}`,
      `conversations/${conversationId}/timeline`,
      `conversations/${conversationId}/sendability`,
      `channel-accounts/${page.typeId}`,
    ]) {
      expect((await gateway.call(stranger, "GET", `/api/v1/${path}`)).status, path).toBe(404);
    }
    expect(
      (await gateway.call(stranger, "POST", `/api/v1/conversations/${conversationId}/messages`, { content: { kind: "text", text: "x" } })).status,
    ).toBe(404);
    expect((await gateway.call(stranger, "POST", `/api/v1/conversations/${conversationId}/notes`, { text: "x" })).status).toBe(404);
    expect((await gateway.call(stranger, "PATCH", `/api/v1/conversations/${conversationId}`, { status: "done" })).status).toBe(404);
    expect((await gateway.call(stranger, "GET", "/api/v1/customers")).body.data).toEqual([]);
  });

  it("gives the first answer again for the same Idempotency-Key", async () => {
    const headers = { "idempotency-key": "once-1" };
    const first = await gateway.call(key, "POST", "/api/v1/labels", { name: "Returns" }, headers);
    const again = await gateway.call(key, "POST", "/api/v1/labels", { name: "Returns" }, headers);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect((await gateway.call(key, "POST", "/api/v1/labels", { name: "Other" }, headers)).body).toMatchObject({
      status: 422,
      code: "idempotency_key_reused",
    });
  });

  it("gives a single item of a timeline, a note as well, to whoever may read it", async () => {
    const { conversationId } = await customerOf("9055", "A question");
    const { body: note } = await gateway.call(key, "POST", `/api/v1/conversations/${conversationId}/notes`, { text: "A single note" });
    const got = await gateway.call(key, "GET", `/api/v1/items/${note.id}`);
    expect([got.status, got.body]).toEqual([200, note]);
    const stranger = await gateway.key(await world.addWorkspace("Nobody's"));
    expect((await gateway.call(stranger, "GET", `/api/v1/items/${note.id}`)).status).toBe(404);
    expect((await gateway.call(key, "GET", "/api/v1/items/nonsense")).status).toBe(404);
  });

  it("merges, answers the merged customer's ids with 308, and undoes", async () => {
    const one = await customerOf("811", "I am one");
    const two = await customerOf("812", "I am two");
    await gateway.call(key, "POST", `/api/v1/conversations/${two.conversationId}/notes`, { text: "A note on two" });
    const merged = await gateway.call(key, "POST", `/api/v1/customers/${one.customerId}/merge`, { other: two.customerId, reason: "same address" });
    expect(merged.body).toMatchObject({ survivorId: one.customerId, mergedId: two.customerId, conversationId: one.conversationId, undoneAt: null });
    const moved = await gateway.call(key, "GET", `/api/v1/conversations/${two.conversationId}/timeline?limit=10`);
    expect([moved.status, moved.headers.get("location")]).toEqual([308, `/api/v1/conversations/${one.conversationId}/timeline?limit=10`]);
    const texts = async (id: string) =>
      (await gateway.call(key, "GET", `/api/v1/conversations/${id}/timeline?kinds=message,note`)).body.data.map((item: any) => item.content.text);
    expect(await texts(one.conversationId)).toEqual(expect.arrayContaining(["I am one", "I am two", "A note on two"]));
    expect((await gateway.call(key, "POST", `/api/v1/customers/${one.customerId}/merge`, { other: two.customerId })).body.code).toBe("same_customer");

    await gateway.webhook(message("812", "m_since", "Since the merge"));
    await drainWebhooks(world.context);
    expect(await texts(one.conversationId)).toContain("Since the merge");
    expect((await gateway.call(key, "POST", `/api/v1/merges/${merged.body.id}/undo`)).status).toBe(200);
    expect(await texts(one.conversationId)).toEqual(["I am one"]);
    expect(await texts(two.conversationId)).toEqual(expect.arrayContaining(["I am two", "A note on two", "Since the merge"]));
    expect((await gateway.call(key, "GET", `/api/v1/conversations/${two.conversationId}`)).body.status).toBe("open");
    expect((await gateway.call(key, "POST", `/api/v1/merges/${merged.body.id}/undo`)).body).toMatchObject({ status: 409, code: "already_undone" });
  });

  it("tells what Meta's webhook settings want to know, to admins only", async () => {
    const { status, body } = await gateway.call(key, "GET", "/api/v1/channel-accounts/connection");
    expect([status, body.callbackUrl, body.verifyTokens]).toEqual([200, "http://127.0.0.1:3000/webhooks/meta", ["test-verify"]]);
    const reader = await gateway.key(world.workspaceId, ["read"]);
    expect((await gateway.call(reader, "GET", "/api/v1/channel-accounts/connection")).status).toBe(403);
  });

  it("lists a conversation's cases page by page, with those of a customer merged into it", async () => {
    const [one, two] = [await customerOf("5101"), await customerOf("5102")];
    const label = (await gateway.call(key, "POST", "/api/v1/labels", { name: "Returns 5101" })).body.id;
    const done = { status: "done", labels: [label] };
    const path = `/api/v1/conversations/${one.conversationId}`;
    for (const body of [done, { status: "open" }, { status: "done" }, { status: "open" }]) {
      expect((await gateway.call(key, "PATCH", path, body)).status).toBe(200);
    }
    const first = (await gateway.call(key, "GET", `${path}/cases?limit=2`)).body;
    expect(first.data).toMatchObject([{ closedAt: null, closeReason: null }, { closeReason: "done" }]);
    const second = (await gateway.call(key, "GET", `${path}/cases?limit=2&cursor=${first.page.next}`)).body;
    expect(second).toMatchObject({ data: [{ closeReason: "done", assignee: null, labels: [label] }], page: { next: null } });
    expect(new Set([...first.data, ...second.data].map(({ id }: { id: string }) => id)).size).toBe(3);

    const merge = await gateway.call(key, "POST", `/api/v1/customers/${one.customerId}/merge`, { other: two.customerId });
    const joined = (await gateway.call(key, "GET", `${path}/cases`)).body.data;
    expect(joined.map(({ closeReason }: { closeReason: string | null }) => closeReason).sort()).toEqual(["done", "done", "merged", null]);
    expect((await gateway.call(key, "POST", `/api/v1/merges/${merge.body.id}/undo`)).status).toBe(200);
    expect((await gateway.call(key, "GET", `${path}/cases`)).body.data).toHaveLength(3);
    expect((await gateway.call(key, "GET", `${path}/cases?cursor=nonsense`)).status).toBe(422);
  });

  it("undoes merges in any order", async () => {
    const [a, b, c] = [await customerOf("821"), await customerOf("822"), await customerOf("823")];
    const first = await gateway.call(key, "POST", `/api/v1/customers/${a.customerId}/merge`, { other: b.customerId });
    const second = await gateway.call(key, "POST", `/api/v1/customers/${c.customerId}/merge`, { other: a.customerId });
    expect((await gateway.call(key, "GET", `/api/v1/customers/${b.customerId}`)).headers.get("location")).toBe(`/api/v1/customers/${c.customerId}`);
    expect((await gateway.call(key, "POST", `/api/v1/merges/${first.body.id}/undo`)).status).toBe(200);
    expect((await gateway.call(key, "GET", `/api/v1/customers/${b.customerId}`)).body.identities).toHaveLength(1);
    expect((await gateway.call(key, "GET", `/api/v1/customers/${c.customerId}`)).body.identities).toHaveLength(2);
    expect((await gateway.call(key, "POST", `/api/v1/merges/${second.body.id}/undo`)).status).toBe(200);
    for (const { customerId } of [a, b, c])
      expect((await gateway.call(key, "GET", `/api/v1/customers/${customerId}`)).body.identities).toHaveLength(1);
  });

  it("pages a timeline both ways without a gap or a repetition", async () => {
    const at = Date.now() - 3_600_000;
    const messaging = Array.from({ length: 25 }, (_, i) => ({
      sender: { id: "831" },
      recipient: { id: pageId },
      timestamp: at + Math.floor(i / 2) * 1000,
      message: { mid: `m_page_${i}`, text: String(i) },
    }));
    await gateway.webhook({ object: "page", entry: [{ id: pageId, time: at, messaging }] });
    await drainWebhooks(world.context);
    const { body } = await gateway.call(key, "GET", "/api/v1/customers?identity=psid:831");
    const path = `/api/v1/conversations/${body.data[0].conversationId}/timeline?limit=10`;
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const result: any = (await gateway.call(key, "GET", cursor ? `${path}&before=${cursor}` : path)).body;
      seen.unshift(...result.data.map((item: any) => item.content.text));
      cursor = result.page.prev;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => String(i)));
  });

  it("refuses done for a message the agent has not seen, and a stale version", async () => {
    const { conversationId } = await customerOf("841", "first");
    const seen = (await gateway.call(key, "GET", `/api/v1/conversations/${conversationId}/timeline`)).body.data.at(-1).id;
    const { version } = (await gateway.call(key, "GET", `/api/v1/conversations/${conversationId}`)).body;
    await gateway.webhook(message("841", "m_841_2", "second"));
    await drainWebhooks(world.context);
    expect(
      (await gateway.call(key, "PATCH", `/api/v1/conversations/${conversationId}`, { status: "done", lastSeenItemId: seen })).body,
    ).toMatchObject({ status: 409, code: "newer_message" });
    const done = await gateway.call(key, "PATCH", `/api/v1/conversations/${conversationId}`, { status: "done", version });
    expect(done.body).toMatchObject({ status: "done", waitingOn: null });
    expect((await gateway.call(key, "PATCH", `/api/v1/conversations/${conversationId}`, { priority: "high", version })).body).toMatchObject({
      status: 409,
      code: "conversation_changed",
    });
    await gateway.webhook(message("841", "m_841_3", "third"));
    await drainWebhooks(world.context);
    const reopened = (await gateway.call(key, "GET", `/api/v1/conversations/${conversationId}`)).body;
    expect([reopened.status, reopened.waitingOn, reopened.caseId !== null]).toEqual(["open", "us", true]);
  });

  it("refuses free text outside the window, naming the other doors", async () => {
    const old = Date.now() - 9 * 24 * 3_600_000;
    await gateway.webhook(message("851", "m_old", "Long ago", old));
    await drainWebhooks(world.context);
    const { body } = await gateway.call(key, "GET", "/api/v1/customers?identity=psid:851");
    const refused = await gateway.call(key, "POST", `/api/v1/conversations/${body.data[0].conversationId}/messages`, {
      content: { kind: "text", text: "Hello?" },
    });
    expect(refused.body).toMatchObject({ status: 422, code: "window_closed", doors: [{ channel: "messenger", state: "template_only" }] });
  });

  it("describes itself, and keeps its typed client in step", async () => {
    const { body } = await gateway.call(null, "GET", "/api/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(["/api/v1/conversations/{id}/messages", "/api/v1/merges/{id}/undo"]));
    expect((await fetch(`${gateway.url}/api/docs`)).status).toBe(200);
  });
});

describe("search over HTTP", () => {
  it("answers who may read, page by page, and says what is wrong with what was asked", async () => {
    const { conversationId } = await customerOf("7301", "Where is my vicuña shawl?");
    const asked = (query: string, by = key) => gateway.call(by, "GET", `/api/v1/search?${query}`);
    const { status, body } = await asked("q=vicuna+sh&kinds=messages,conversations&limit=1");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      customers: null,
      conversations: { data: [{ conversation: { id: conversationId } }] },
      messages: {
        data: [
          {
            conversationId,
            text: "Where is my vicuña shawl?",
            marks: [
              { start: 12, end: 18 },
              { start: 19, end: 21 },
            ],
          },
        ],
        page: { next: null },
      },
    });
    expect((await asked("q=shawl&limit=0")).status).toBe(422);
    expect((await asked("q=shawl&cursor=none")).body.errors).toMatchObject([{ pointer: "?cursor" }]);
    expect((await asked("q=shawl", await gateway.key(await world.addWorkspace("Other")))).body.messages.data).toEqual([]);
    expect((await fetch(`${gateway.url}/api/v1/search?q=shawl`)).status).toBe(401);
  });
});
