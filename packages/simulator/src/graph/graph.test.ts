import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { instagram, maya, messenger, TestBench, until, whatsapp } from "../test-bench.ts";

let bench: TestBench;
beforeEach(async () => {
  bench = await TestBench.start();
});
afterEach(() => bench.close());

const errorOf = async (response: Response) => ((await response.json()) as { error: Record<string, unknown> }).error;

describe("the business sends", () => {
  beforeEach(async () => {
    await bench.api("people", maya);
    for (const accountId of ["66", "900", "800"]) await bench.write(accountId);
    bench.received = [];
  });

  it("WhatsApp: accepted, sent, delivered, read", async () => {
    const response = await bench.graph("66/messages", whatsapp("hello"));
    const { messages } = (await response.json()) as { messages: { id: string }[] };
    await until(() => bench.all(/"delivered"/).length === 1);
    expect(await bench.api("read", { personId: "maya", accountId: "66" })).toEqual({ read: 1 });
    expect(await bench.api("read", { personId: "maya", accountId: "66" })).toEqual({ read: 0 });
    for (const status of ["sent", "delivered", "read"]) {
      expect(bench.all(new RegExp(`"status":"${status}"`))).toHaveLength(1);
      expect(bench.all(new RegExp(`"status":"${status}"`))[0]?.raw).toContain(`"id":"${messages[0]?.id}"`);
    }
    expect(bench.received.every(({ raw }) => raw.includes('"biz_opaque_callback_data":"msg-1"'))).toBe(true);
  });

  it("leaves delivered out for a chat that is read at once", async () => {
    await bench.graph("66/messages", whatsapp("hello"));
    await bench.api("read", { personId: "maya", accountId: "66" });
    await until(() => bench.all(/"status":"read"/).length === 1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(bench.all(/"status":"delivered"/)).toEqual([]);
  });

  it("Messenger: echo with our data, then watermarks", async () => {
    const sent = (await (await bench.graph("900/messages", messenger("hello"))).json()) as { message_id: string };
    await until(() => bench.all(/"delivery"/).length === 1);
    expect(bench.all(/"is_echo":true/)[0]?.raw).toMatch(/"app_id":902277410365518,"metadata":"msg-1"/);
    expect(bench.all(/"is_echo":true/)[0]?.raw).toContain(sent.message_id);
    await bench.api("read", { personId: "maya", accountId: "900" });
    expect(bench.all(/"read":\{"watermark":\d+\}/)).toHaveLength(1);
  });

  it("Instagram: on both hosts, echo without our data, read by id", async () => {
    const response = await bench.graph("800/messages", instagram("hello"), {}, bench.running.instagramGraphUrl);
    const { message_id } = (await response.json()) as { message_id: string };
    expect((await bench.graph("800/messages", instagram("hello"))).status).toBe(200);
    await until(() => bench.all(/"is_echo":true/).length === 2);
    expect(bench.all(/metadata|delivery/)).toEqual([]);
    expect(bench.all(new RegExp(message_id))).toHaveLength(1);
    await bench.api("read", { personId: "maya", accountId: "800" });
    expect(bench.all(/"read":\{"mid":/)).toHaveLength(1);
    expect((await bench.graph("900/messages", messenger("x"), {}, bench.running.instagramGraphUrl)).status).toBe(400);
  });

  it.each([
    ["no token", "66", whatsapp("x"), { authorization: "" }, { code: 190 }],
    ["an unknown account", "1", whatsapp("x"), {}, { code: 100, error_subcode: 33 }],
    ["an unknown PSID", "900", messenger("x", "1"), {}, { code: 100, error_subcode: 2018001 }],
    ["a long WhatsApp text", "66", whatsapp("x".repeat(4097)), {}, { code: 100 }],
    ["a long Messenger text", "900", messenger("x".repeat(2001)), {}, { code: 100 }],
    ["1001 bytes on Instagram", "800", instagram("é".repeat(501)), {}, { code: 100 }],
    ["no messaging type", "900", { ...messenger("x"), messaging_type: undefined }, {}, { code: 100 }],
    ["a withdrawn tag", "900", { ...messenger("x"), messaging_type: "MESSAGE_TAG", tag: "ACCOUNT_UPDATE" }, {}, { code: 100 }],
  ])("refuses %s", async (_, account, body, headers, error) => {
    expect(await errorOf(await bench.graph(`${account}/messages`, body, headers))).toMatchObject(error);
  });

  it("closes the window by the caller's clock", async () => {
    const later = { "x-simulator-now": String(Date.now() + 25 * 3_600_000) };
    expect(await errorOf(await bench.graph("900/messages", messenger("x"), later))).toMatchObject({
      code: 10,
      error_subcode: 2018278,
    });
    expect(await errorOf(await bench.graph("800/messages", instagram("x"), later))).toMatchObject({
      code: 10,
      error_subcode: 2534022,
    });
    const tagged = { ...messenger("x"), messaging_type: "MESSAGE_TAG", tag: "HUMAN_AGENT" };
    expect((await bench.graph("900/messages", tagged, later)).status).toBe(200);
    // WhatsApp accepts and fails by webhook.
    expect((await bench.graph("66/messages", whatsapp("x"), later)).status).toBe(200);
    const failed = await until(() => bench.all(/"status":"failed"/)[0]);
    expect(failed.raw).toMatch(/"code":131047/);
    expect(failed.raw).toContain('"biz_opaque_callback_data":"msg-1"');
  });

  it("fails later for a number that is not on WhatsApp, and counts pairs", async () => {
    expect((await bench.graph("66/messages", whatsapp("x", "+15005550006"))).status).toBe(200);
    await until(() => bench.all(/"code":131026/).length === 1);
    const statuses = [];
    for (let i = 0; i < 46; i++) statuses.push((await bench.graph("66/messages", whatsapp("x"))).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(45);
  });

  it("marks what the business has seen", async () => {
    const [message] = (await bench.api<{ threads: { accountId: string; messages: { id: string }[] }[] }>("state")).threads
      .filter((thread) => thread.accountId === "66")
      .flatMap((thread) => thread.messages);
    await bench.graph("66/messages", { messaging_product: "whatsapp", status: "read", message_id: message?.id });
    await bench.graph("900/messages", { recipient: { id: "7001" }, sender_action: "mark_seen" });
    expect(JSON.stringify(await bench.api("state")).match(/"status":"read"/g)).toHaveLength(2);
  });

  it("shows profiles and accounts", async () => {
    const get = async (path: string) => (await fetch(`${bench.running.graphUrl}/v24.0/${path}`, { headers: { authorization: "Bearer t" } })).json();
    expect(await get("66?fields=display_phone_number,verified_name")).toEqual({
      id: "66",
      display_phone_number: "+44 20 7946 0182",
      verified_name: "Shop",
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
    await bench.api("people", maya);
    await bench.write("66");
    bench.received = [];
  });
  const fault = (input: object) => bench.api("faults", input);

  it("answers what it is told, then is used up", async () => {
    await fault({ match: { channel: "whatsapp" }, kind: "status", status: 429, retryAfter: 3 });
    await fault({ kind: "error", error: { code: 131056 }, times: 1 });
    const first = await bench.graph("66/messages", whatsapp("x"));
    expect([first.status, first.headers.get("retry-after")]).toEqual([429, "3"]);
    expect(await errorOf(await bench.graph("66/messages", whatsapp("x")))).toMatchObject({ code: 131056 });
    expect((await bench.graph("66/messages", whatsapp("x"))).status).toBe(200);
    expect(await bench.api("faults")).toEqual({ data: [] });
  });

  it("hangs without accepting", async () => {
    await fault({ kind: "hang" });
    const send = fetch(`${bench.running.graphUrl}/v25.0/66/messages`, {
      method: "POST",
      headers: { authorization: "Bearer t" },
      body: JSON.stringify(whatsapp("x")),
      signal: AbortSignal.timeout(100),
    });
    await expect(send).rejects.toThrow();
    expect(await bench.api("calls")).toMatchObject({ data: [{ answer: "hang", externalId: null }] });
    expect(bench.received).toEqual([]);
  });

  it("accepts and drops the connection", async () => {
    await fault({ kind: "drop_after_accept" });
    await expect(bench.graph("66/messages", whatsapp("lost"))).rejects.toThrow();
    await until(() => bench.all(/"status":"delivered"/).length === 1);
    const { data } = await bench.api<{ data: { answer: string; externalId: string; body: unknown }[] }>("calls");
    expect(data).toMatchObject([{ answer: "dropped", body: { text: { body: "lost" } } }]);
    expect(bench.received[0]?.raw).toContain(data[0]?.externalId);
    expect(JSON.stringify(data)).not.toContain("token");
  });

  it("accepts, answers 200 and drops the connection before the body", async () => {
    await fault({ kind: "drop_body" });
    const response = await bench.graph("66/messages", whatsapp("cut"));
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    await until(() => bench.all(/"status":"delivered"/).length === 1);
  });

  it("accepts and never answers", async () => {
    await fault({ kind: "hang_after_accept" });
    const call = bench.graph("66/messages", whatsapp("silent"), {}, undefined);
    const ended = await Promise.race([call, until(() => bench.all(/"status":"delivered"/).length === 1).then(() => "still silent")]);
    expect(ended).toBe("still silent");
    call.catch(() => {});
  });

  it("refuses what one number sends beyond its rate", async () => {
    const { numbers } = bench.running.simulator;
    while (numbers.take("66")) {}
    const refused = await bench.graph("66/messages", whatsapp("too much"));
    expect([refused.status, ((await refused.json()) as { error: { code: number } }).error.code]).toEqual([429, 130429]);
  });
});
