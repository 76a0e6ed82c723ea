import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SimulatorConfig } from "./config.ts";
import { type RunningSimulator, startSimulator } from "./start-simulator.ts";
import { sign } from "./wire/sign.ts";

type Received = {
  raw: string;
  signature: string | undefined;
  body: { object: string; entry: Record<string, unknown>[] };
};

/** A webhook endpoint that keeps what it gets. */
let received: Received[];
let answers: number[];
let server: Server;
let running: RunningSimulator;
let config: SimulatorConfig;

beforeEach(async () => {
  received = [];
  answers = [];
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://x");
    if (request.method === "GET") return void response.end(url.searchParams.get("hub.challenge"));
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString();
      const status = answers.shift() ?? 200;
      if (status === 200) {
        const signature = request.headers["x-hub-signature-256"] as string;
        received.push({ raw, signature, body: JSON.parse(raw) as Received["body"] });
      }
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  config = {
    webhookUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/meta`,
    appSecret: "secret",
    verifyToken: "verify",
    appId: "902277410365518",
    accounts: [
      { channel: "whatsapp", externalId: "66", name: "Shop", wabaId: "55", displayPhoneNumber: "+44 20 7946 0182" },
      { channel: "messenger", externalId: "900", name: "Shop" },
      { channel: "instagram", externalId: "800", name: "Shop", username: "shop" },
    ],
    stateFile: join(mkdtempSync(join(tmpdir(), "simulator-")), "state.json"),
  };
  running = await startSimulator(config, { sender: { backoff: [5] } });
});
afterEach(async () => {
  await running.close();
  server.closeAllConnections();
  await new Promise((resolve) => void server.close(resolve));
});

async function api<T = Record<string, unknown>>(
  path: string,
  body?: unknown,
  method = body ? "POST" : "GET",
): Promise<T> {
  const init = {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}),
  };
  const response = await fetch(`${running.url}/simulator/api/${path}`, init);
  return (response.status === 204 ? {} : await response.json()) as T;
}
const graph = (path: string, body: unknown, headers: Record<string, string> = {}, base = running.graphUrl) =>
  fetch(`${base}/v25.0/${path}`, {
    method: "POST",
    headers: { authorization: "Bearer token", "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
async function until<T>(read: () => T | undefined | false): Promise<T> {
  for (let i = 0; i < 300; i++) {
    const value = read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It did not happen.");
}
const maya = {
  id: "maya",
  name: "Maya Trent",
  phone: "447700900461",
  bsuid: "GB.48120957316604",
  psid: "7001",
  igsid: "8001",
};
const write = (accountId: string, text = "hi", more: object = {}) =>
  api<{ externalId: string; delivered: boolean }>("messages", { personId: "maya", accountId, text, ...more });
const whatsapp = (text: string, to = "+447700900461") => ({
  ...{ messaging_product: "whatsapp", to, type: "text", text: { body: text } },
  biz_opaque_callback_data: "msg-1",
});
const messenger = (text: string, id = "7001") => ({
  ...{ recipient: { id }, messaging_type: "RESPONSE" },
  message: { text, metadata: "msg-1" },
});
const instagram = (text: string) => ({ recipient: { id: "8001" }, messaging_type: "RESPONSE", message: { text } });
const all = (pattern: RegExp) => received.filter(({ raw }) => pattern.test(raw));
const errorOf = async (response: Response) => ((await response.json()) as { error: Record<string, unknown> }).error;

describe("a person writes", () => {
  it("posts a signed webhook as Meta writes it", async () => {
    await api("people", maya);
    const { externalId, delivered } = await write("66", "Grüße 👋 a/b");
    expect(delivered).toBe(true);
    const [webhook] = received;
    expect(webhook?.signature).toBe(sign(webhook?.raw ?? "", "secret"));
    expect(webhook?.raw).toContain("Gr\\u00fc\\u00dfe \\ud83d\\udc4b a\\/b");
    expect(webhook?.raw).toContain(externalId);
  });

  it("tries again until it is answered, and also after a restart", async () => {
    await api("people", maya);
    answers = [503, 500, 429];
    expect((await write("900")).delivered).toBe(false);
    await until(() => received.length === 1);
    answers = Array.from({ length: 10_000 }, () => 503);
    await write("900", "later");
    await running.close();
    answers = [];
    running = await startSimulator(config, { sender: { backoff: [5] } });
    await until(() => all(/later/).length === 1);
    expect(readFileSync(config.stateFile ?? "", "utf8")).toContain("Maya Trent");
    expect((await api<{ people: { name: string }[] }>("state")).people).toMatchObject([{ name: "Maya Trent" }]);
  });

  it("can keep the webhook back and tell an older time", async () => {
    await api("people", maya);
    const written = await write("66", "old", { deliver: false, occurredAt: "2026-11-01T10:00:00.000Z" });
    expect(JSON.stringify(written)).toContain('"timestamp":"1793527200"');
    expect(received).toEqual([]);
  });

  it("refuses strangers", async () => {
    expect(await write("66")).toEqual({ error: "There is no such person." });
    const cross = await fetch(`${running.url}/simulator/api/people`, {
      method: "POST",
      headers: { origin: "https://evil.example", "content-type": "application/json" },
      body: JSON.stringify(maya),
    });
    expect(cross.status).toBe(422);
    const plain = await fetch(`${running.url}/simulator/api/people`, { method: "POST", body: JSON.stringify(maya) });
    expect(plain.status).toBe(415);
  });
});

describe("the business sends", () => {
  beforeEach(async () => {
    await api("people", maya);
    for (const accountId of ["66", "900", "800"]) await write(accountId);
    received = [];
  });

  it("WhatsApp: accepted, sent, delivered, read", async () => {
    const response = await graph("66/messages", whatsapp("hello"));
    const { messages } = (await response.json()) as { messages: { id: string }[] };
    await until(() => all(/"delivered"/).length === 1);
    expect(await api("read", { personId: "maya", accountId: "66" })).toEqual({ read: 1 });
    expect(await api("read", { personId: "maya", accountId: "66" })).toEqual({ read: 0 });
    for (const status of ["sent", "delivered", "read"]) {
      expect(all(new RegExp(`"status":"${status}"`))).toHaveLength(1);
      expect(all(new RegExp(`"status":"${status}"`))[0]?.raw).toContain(`"id":"${messages[0]?.id}"`);
    }
    expect(received.every(({ raw }) => raw.includes('"biz_opaque_callback_data":"msg-1"'))).toBe(true);
  });

  it("Messenger: echo with our data, then watermarks", async () => {
    const sent = (await (await graph("900/messages", messenger("hello"))).json()) as { message_id: string };
    await until(() => all(/"delivery"/).length === 1);
    expect(all(/"is_echo":true/)[0]?.raw).toMatch(/"app_id":902277410365518,"metadata":"msg-1"/);
    expect(all(/"is_echo":true/)[0]?.raw).toContain(sent.message_id);
    await api("read", { personId: "maya", accountId: "900" });
    expect(all(/"read":\{"watermark":\d+\}/)).toHaveLength(1);
  });

  it("Instagram: on both hosts, echo without our data, read by id", async () => {
    const response = await graph("800/messages", instagram("hello"), {}, running.instagramGraphUrl);
    const { message_id } = (await response.json()) as { message_id: string };
    expect((await graph("800/messages", instagram("hello"))).status).toBe(200);
    await until(() => all(/"is_echo":true/).length === 2);
    expect(all(/metadata|delivery/)).toEqual([]);
    expect(all(new RegExp(message_id))).toHaveLength(1);
    await api("read", { personId: "maya", accountId: "800" });
    expect(all(/"read":\{"mid":/)).toHaveLength(1);
    expect((await graph("900/messages", messenger("x"), {}, running.instagramGraphUrl)).status).toBe(400);
  });

  it.each([
    ["no token", "66", whatsapp("x"), { authorization: "" }, { code: 190 }],
    ["an unknown account", "1", whatsapp("x"), {}, { code: 100, error_subcode: 33 }],
    ["an unknown PSID", "900", messenger("x", "1"), {}, { code: 100, error_subcode: 2018001 }],
    ["a long WhatsApp text", "66", whatsapp("x".repeat(4097)), {}, { code: 100 }],
    ["a long Messenger text", "900", messenger("x".repeat(2001)), {}, { code: 100 }],
    ["1001 bytes on Instagram", "800", instagram("é".repeat(501)), {}, { code: 100 }],
    ["no messaging type", "900", { ...messenger("x"), messaging_type: undefined }, {}, { code: 100 }],
    [
      "a withdrawn tag",
      "900",
      { ...messenger("x"), messaging_type: "MESSAGE_TAG", tag: "ACCOUNT_UPDATE" },
      {},
      { code: 100 },
    ],
  ])("refuses %s", async (_, account, body, headers, error) => {
    expect(await errorOf(await graph(`${account}/messages`, body, headers))).toMatchObject(error);
  });

  it("closes the window by the caller's clock", async () => {
    const later = { "x-simulator-now": String(Date.now() + 25 * 3_600_000) };
    expect(await errorOf(await graph("900/messages", messenger("x"), later))).toMatchObject({
      code: 10,
      error_subcode: 2018278,
    });
    expect(await errorOf(await graph("800/messages", instagram("x"), later))).toMatchObject({
      code: 10,
      error_subcode: 2534022,
    });
    const tagged = { ...messenger("x"), messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };
    expect((await graph("900/messages", tagged, later)).status).toBe(200);
    // WhatsApp accepts and fails by webhook.
    expect((await graph("66/messages", whatsapp("x"), later)).status).toBe(200);
    const failed = await until(() => all(/"status":"failed"/)[0]);
    expect(failed.raw).toMatch(/"code":131047/);
    expect(failed.raw).toContain('"biz_opaque_callback_data":"msg-1"');
  });

  it("fails later for a number that is not on WhatsApp, and counts pairs", async () => {
    expect((await graph("66/messages", whatsapp("x", "+15005550006"))).status).toBe(200);
    await until(() => all(/"code":131026/).length === 1);
    const statuses = [];
    for (let i = 0; i < 46; i++) statuses.push((await graph("66/messages", whatsapp("x"))).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(45);
  });

  it("marks what the business has seen", async () => {
    const [message] = (await api<{ threads: { accountId: string; messages: { id: string }[] }[] }>("state")).threads
      .filter((thread) => thread.accountId === "66")
      .flatMap((thread) => thread.messages);
    await graph("66/messages", { messaging_product: "whatsapp", status: "read", message_id: message?.id });
    await graph("900/messages", { recipient: { id: "7001" }, sender_action: "mark_seen" });
    expect(JSON.stringify(await api("state")).match(/"status":"read"/g)).toHaveLength(2);
  });

  it("shows profiles and accounts", async () => {
    const get = async (path: string) =>
      (await fetch(`${running.graphUrl}/v24.0/${path}`, { headers: { authorization: "Bearer t" } })).json();
    expect(await get("66?fields=display_phone_number,verified_name")).toEqual({
      ...{ id: "66", display_phone_number: "+44 20 7946 0182", verified_name: "Shop" },
    });
    expect(await get("7001?fields=first_name,last_name")).toEqual({
      id: "7001",
      first_name: "Maya",
      last_name: "Trent",
    });
    expect(await get("me")).toMatchObject({ id: "66" });
    expect(await get("900/subscribed_apps")).toMatchObject({ data: [{ id: "902277410365518" }] });
    expect(await get("4711")).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  });
});

describe("faults", () => {
  beforeEach(async () => {
    await api("people", maya);
    await write("66");
    received = [];
  });
  const fault = (input: object) => api("faults", input);

  it("answers what it is told, then is used up", async () => {
    await fault({ match: { channel: "whatsapp" }, kind: "status", status: 429, retryAfter: 3 });
    await fault({ kind: "error", error: { code: 131056 }, times: 1 });
    const first = await graph("66/messages", whatsapp("x"));
    expect([first.status, first.headers.get("retry-after")]).toEqual([429, "3"]);
    expect(await errorOf(await graph("66/messages", whatsapp("x")))).toMatchObject({ code: 131056 });
    expect((await graph("66/messages", whatsapp("x"))).status).toBe(200);
    expect(await api("faults")).toEqual({ data: [] });
  });

  it("hangs without accepting", async () => {
    await fault({ kind: "hang" });
    const send = fetch(`${running.graphUrl}/v25.0/66/messages`, {
      method: "POST",
      headers: { authorization: "Bearer t" },
      body: JSON.stringify(whatsapp("x")),
      signal: AbortSignal.timeout(100),
    });
    await expect(send).rejects.toThrow();
    expect(await api("calls")).toMatchObject({ data: [{ answer: "hang", externalId: null }] });
    expect(received).toEqual([]);
  });

  it("accepts and drops the connection", async () => {
    await fault({ kind: "drop_after_accept" });
    await expect(graph("66/messages", whatsapp("lost"))).rejects.toThrow();
    await until(() => all(/"status":"delivered"/).length === 1);
    const { data } = await api<{ data: { answer: string; externalId: string; body: unknown }[] }>("calls");
    expect(data).toMatchObject([{ answer: "dropped", body: { text: { body: "lost" } } }]);
    expect(received[0]?.raw).toContain(data[0]?.externalId);
    expect(JSON.stringify(data)).not.toContain("token");
  });
});

describe("links", () => {
  const open = (url: string) => api("open-link", { personId: "maya", url });
  const token = "ot-0123456789abcdef";
  beforeEach(async () => void (await api("people", maya)));

  it("wa.me fills the text box and sends nothing", async () => {
    expect(await open(`https://wa.me/442079460182?text=${encodeURIComponent(`Hi ${token}`)}`)).toEqual({
      ...{ channel: "whatsapp", accountId: "66", prefilledText: `Hi ${token}`, sent: null },
    });
    expect(received).toEqual([]);
  });

  it("m.me begins a new thread with Get Started and tells a referral in an old one", async () => {
    expect(await open(`https://m.me/900?ref=${token}`)).toMatchObject({ sent: "postback" });
    expect(received[0]?.raw).toMatch(/"postback":.*"referral":\{"ref":"ot-/);
    expect(await open(`https://m.me/900?ref=${token}`)).toMatchObject({ sent: "referral" });
    expect(received[1]?.raw).not.toMatch(/postback/);
    // The click opened the window.
    expect((await graph("900/messages", messenger("welcome"))).status).toBe(200);
  });

  it("ig.me tells a referral", async () => {
    expect(await open(`https://ig.me/m/shop?ref=${token}`)).toMatchObject({ channel: "instagram", sent: "referral" });
    expect(received[0]?.raw).toMatch(/"referral":\{"ref":"ot-/);
  });

  it.each(["https://m.me/1?ref=x", "https://example.com", "nope"])("%s leads nowhere", async (url) => {
    expect(await open(url)).toHaveProperty("error");
  });
});

describe("the page", () => {
  it("is served with its files and allows nothing from elsewhere", async () => {
    const page = await fetch(running.url);
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'self'/);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    for (const path of ["/phones.js", "/style.css", "/favicon.svg"]) {
      expect(html).toContain(path);
      const file = await fetch(`${running.url}${path}`);
      expect((await file.text()).length).toBeGreaterThan(100);
    }
  });

  it("does the handshake", async () => expect(await api("handshake", {})).toEqual({ ok: true, status: 200 }));
});
