import { parseWebhook } from "@onethread/channels";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { instagram, maya, messenger, TestBench, until, whatsapp } from "../test-bench.ts";

type Wire = Record<string, unknown>;
let bench: TestBench;
beforeEach(async () => {
  bench = await TestBench.start();
  await bench.api("people", maya);
  for (const accountId of ["66", "900", "800"]) await bench.write(accountId);
  bench.received = [];
});
afterEach(() => bench.close());

const meta = (accountId: string, act: Wire, personId?: string) => bench.api<Wire>("meta", { accountId, act, ...(personId ? { personId } : {}) });
const send = (accountId: string) =>
  bench.graph(`${accountId}/messages`, accountId === "66" ? whatsapp("x") : accountId === "900" ? messenger("x") : instagram("x"));
const errorOf = async (accountId: string) => ((await (await send(accountId)).json()) as { error?: Wire }).error;
/** What the product's reader makes of what came in. */
const understood = (): string[] =>
  bench.received.flatMap(({ raw }) => {
    const parsed = parseWebhook(Buffer.from(raw));
    return parsed.ok
      ? parsed.items.flatMap(({ outcome }) =>
          outcome.kind === "events"
            ? outcome.events.map((event) => String((event as unknown as Wire).code ?? (event as unknown as Wire).name ?? event.type))
            : [outcome.reason],
        )
      : [parsed.reason];
  });

describe("an account", () => {
  it.each(["66", "900", "800"])("%s: a broken token refuses everything until it is whole again", async (accountId) => {
    for (const [value, subcode] of [
      ["expired", 463],
      ["revoked", 467],
    ] as const) {
      await meta(accountId, { type: "token", value });
      const response = await send(accountId);
      expect([response.status, await response.json()]).toMatchObject([401, { error: { code: 190, error_subcode: subcode } }]);
      const own = await fetch(`${bench.running.graphUrl}/v25.0/${accountId}`, { headers: { authorization: "Bearer t" } });
      expect(own.status).toBe(401);
    }
    await meta(accountId, { type: "token", value: "valid" });
    expect((await send(accountId)).status).toBe(200);
  });

  it.each([
    ["66", { code: 131031 }, "account_restricted", "account_reinstated"],
    ["900", { code: 10, error_subcode: 1893063 }, ".*policy.*|page_.*", ".*"],
    ["800", { code: 10, error_subcode: 2534029 }, "", ""],
  ] as const)("%s: restricted and restored", async (accountId, error, told, restored) => {
    await meta(accountId, { type: "standing", value: "restricted" });
    expect(understood().join()).toMatch(new RegExp(`^(${told})$`));
    expect(await errorOf(accountId)).toMatchObject(error);
    bench.received = [];
    await meta(accountId, { type: "standing", value: "fine" });
    expect(understood().join()).toMatch(new RegExp(`^(${restored})$`));
    expect(await errorOf(accountId)).toBeUndefined();
  });

  it("WhatsApp: quality and display name", async () => {
    await meta("66", { type: "quality", value: "RED" });
    await meta("66", { type: "display_name", value: "DECLINED" });
    expect(bench.all(/phone_number_quality_update/)[0]?.raw).toContain('"event":"FLAGGED"');
    expect(bench.all(/phone_number_name_update/)[0]?.raw).toContain('"decision":"REJECTED"');
    expect(await errorOf("66")).toMatchObject({ code: 131037 });
    expect(understood().every((word) => !word.startsWith("missing"))).toBe(true);
  });

  it("a template's review and quality, and what sending it then answers", async () => {
    const { accounts } = await bench.api<{ accounts: { externalId: string; templates: { id: string; name: string }[] }[] }>("meta");
    const id = accounts.find((one) => one.externalId === "66")?.templates.find((one) => one.name === "hello_world")?.id;
    const hello = {
      messaging_product: "whatsapp",
      to: `+${maya.phone}`,
      type: "template",
      template: { name: "hello_world", language: { code: "en_US" } },
    };
    const codes: unknown[] = [];
    for (const change of ["PAUSED", "DISABLED", "REJECTED", "APPROVED"]) {
      await meta("66", { type: "template", id, change });
      codes.push(((await (await bench.graph("66/messages", hello)).json()) as { error?: Wire }).error?.code);
    }
    expect(codes).toEqual([132015, 132016, 132001, undefined]);
    await meta("66", { type: "template", id, change: "quality_down" });
    expect(bench.all(/message_template_quality_update/)[0]?.raw).toContain('"previous_quality_score":"GREEN","new_quality_score":"YELLOW"');
    expect(bench.all(/message_template_status_update/)).toHaveLength(4);
    expect(await meta("66", { type: "template", id: "1", change: "PAUSED" })).toHaveProperty("error");
  });
});

describe("a chat", () => {
  it("closes the window", async () => {
    for (const accountId of ["66", "900", "800"]) await meta(accountId, { type: "expire_window" }, "maya");
    expect(await errorOf("900")).toMatchObject({ error_subcode: 2018278 });
    expect(await errorOf("800")).toMatchObject({ error_subcode: 2534022 });
    await send("66");
    await until(() => bench.all(/"code":131047/).length === 1);
  });

  it("is answered elsewhere: an echo on each channel", async () => {
    for (const accountId of ["66", "900", "800"]) await meta(accountId, { type: "echo", text: "from the phone" }, "maya");
    expect(understood()).toEqual(["message", "message", "message"]);
    expect(bench.all(/smb_message_echoes/)).toHaveLength(1);
    expect(bench.all(/263902037430900/)).toHaveLength(1);
    expect(await meta("66", { type: "echo", text: "x" })).toEqual({ error: "Choose a person first." });
  });

  it("WhatsApp: standby, handover and history", async () => {
    await meta("66", { type: "thread_control", toOther: true }, "maya");
    await bench.write("66", "to the agent");
    await meta("66", { type: "thread_control", toOther: false }, "maya");
    expect(bench.all(/"control_passed"/)).toHaveLength(1);
    await meta("66", { type: "history", messages: 4 }, "maya");
    await until(() => bench.received.length === 4);
    expect(understood().toSorted()).toEqual(["message", "message", "message", "message", "message", "thread_control", "thread_control"]);
    expect(bench.all(/"field":"standby"/)).toHaveLength(1);
    await meta("66", { type: "thread_control", toOther: true }, "maya");
    // A free message takes the thread back.
    await send("66");
    await bench.write("66", "to us again");
    expect(bench.all(/"field":"standby"/)).toHaveLength(1);
  });
});

describe("webhooks", () => {
  it("sends the dashboard's test, which is nobody's message", async () => {
    for (const accountId of ["66", "900", "800"]) expect(await meta(accountId, { type: "test_event" })).toEqual({ told: true });
    expect(understood().filter((word) => word === "message")).toEqual([]);
  });

  it("come twice, late, and go on as they were", async () => {
    await bench.api("mischief", { duplicates: true });
    await bench.write("66", "twice");
    await until(() => bench.all(/twice/).length === 2);
    await bench.api("mischief", { duplicates: false, delayMs: 150 });
    await bench.write("66", "late");
    expect(bench.all(/late/)).toEqual([]);
    await until(() => bench.all(/late/).length === 1);
  });

  it("shows how things stand, without secrets", async () => {
    await bench.api("faults", { match: { accountId: "66" }, kind: "status", status: 429, retryAfter: 5 });
    const view = JSON.stringify(await bench.api("meta"));
    expect(view).toContain('"retryAfter":5');
    expect(view).not.toMatch(/"secret"|"verify"/);
  });

  it("an account made here lives on after a restart, and shakes hands", async () => {
    await bench.api("accounts", { channel: "messenger", externalId: "901", name: "Second shop" });
    await bench.restart();
    expect(await bench.api("handshake", { accountId: "901" })).toEqual({ ok: true, status: 200 });
    expect((await bench.write("901", "hello")).delivered).toBe(true);
  });
});
