import type { PlatformCall, PlatformResponse } from "@onethread/core";
import { deliverMessages, drainWebhooks } from "@onethread/operations";
import { createWorld, type World } from "@onethread/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/** Everything beside plain text that goes out, through the API and the verbs, against a platform that answers as Meta does. */
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

let world: World;
let gateway: TestGateway;
let key: string;
let whatsapp: string;
let messenger: string;
let instagram: string;
let sent = 0;
beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
  key = await gateway.key(world.workspaceId);
  whatsapp = (await world.addAccount({ channel: "whatsapp", externalId: "110055", settings: { wabaId: "220055" } })).typeId;
  messenger = (await world.addAccount({ channel: "messenger", externalId: "330055" })).typeId;
  instagram = (await world.addAccount({ channel: "instagram", externalId: "440055", settings: { flavour: "instagram_login" } })).typeId;
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});
beforeEach(() => {
  world.calls.length = 0;
  world.answer = async (call) => answer(call);
});

const ok = (body: unknown): PlatformResponse => ({ status: 200, headers: {}, body });
function answer(call: PlatformCall): PlatformResponse {
  if (call.form) return ok(call.path.includes("message_attachments") ? { attachment_id: "77" } : { id: "media-1" });
  if (call.path.includes("message_templates")) return ok({ data: [template], paging: { cursors: { after: "x" } } });
  if (call.path.includes("thread_control")) return ok({ success: true });
  sent++;
  return ok({ messaging_product: "whatsapp", messages: [{ id: `wamid.sent_${sent}` }], message_id: `mid.sent_${sent}`, recipient_id: "1" });
}
const template = {
  id: "5501",
  name: "parcel_on_its_way",
  language: "en",
  status: "APPROVED",
  category: "UTILITY",
  parameter_format: "POSITIONAL",
  components: [
    { type: "BODY", text: "Hello {{1}}, your parcel {{2}} is on its way.", example: { body_text: [["Maya", "A-1"]] } },
    { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Thank you" }] },
  ],
};

let people = 0;
/** A customer who has just written. Answers the conversation and the message. */
async function writes(
  channel: "whatsapp" | "messenger" | "instagram",
  ago = 0,
): Promise<{ conversationId: string; messageId: string; customerId: string }> {
  people++;
  const at = Date.now() - ago;
  const id = `in_${channel}_${people}`;
  const wa = {
    object: "whatsapp_business_account",
    entry: [
      {
        id: "220055",
        changes: [
          {
            field: "messages",
            value: {
              messaging_product: "whatsapp",
              metadata: { display_phone_number: "442079460182", phone_number_id: "110055" },
              messages: [{ from: `4477009003${people}`, id, timestamp: String(Math.floor(at / 1000)), type: "text", text: { body: "Hi" } }],
            },
          },
        ],
      },
    ],
  };
  const page = channel === "messenger" ? "330055" : "440055";
  const meta = {
    object: channel === "messenger" ? "page" : "instagram",
    entry: [
      {
        id: page,
        time: at,
        messaging: [{ sender: { id: `8800${people}` }, recipient: { id: page }, timestamp: at, message: { mid: id, text: "Hi" } }],
      },
    ],
  };
  expect(await gateway.webhook(channel === "whatsapp" ? wa : meta)).toBe(200);
  await drainWebhooks(world.context);
  const { body } = await gateway.call(key, "GET", `/api/v1/messages?externalId=${id}`);
  const [item] = body.data;
  const { body: conversation } = await gateway.call(key, "GET", `/api/v1/conversations/${item.conversationId}`);
  return { conversationId: item.conversationId, messageId: item.id, customerId: conversation.customer.id };
}
const send = (conversationId: string, content: unknown, more: Record<string, unknown> = {}) =>
  gateway.call(key, "POST", `/api/v1/conversations/${conversationId}/messages`, { content, ...more });
async function deliver(): Promise<void> {
  for (const { name, payload } of world.rung.splice(0)) if (name === "message.deliver") await deliverMessages(world.context, payload as never);
}
async function upload(content = png, name = "seam.png"): Promise<string> {
  const form = new FormData();
  form.set("file", new File([content], name, { type: "image/png" }));
  const response = await fetch(`${gateway.url}/api/v1/attachments`, { method: "POST", headers: { authorization: `Bearer ${key}` }, body: form });
  return ((await response.json()) as { id: string }).id;
}
const bodies = () => world.calls.map(({ call }) => call.body as any);

describe("files", () => {
  it("are uploaded to WhatsApp before the message that names them, with caption and quote", async () => {
    const { conversationId, messageId } = await writes("whatsapp");
    const attachmentId = await upload();
    const reply = await send(conversationId, { kind: "image", attachmentId, caption: "Like this?" }, { replyToId: messageId });
    expect(reply).toMatchObject({
      status: 202,
      body: { content: { kind: "image", text: "Like this?" }, attachments: [{ id: attachmentId, kind: "image", state: "ready" }] },
    });
    await deliver();
    expect(world.calls).toHaveLength(2);
    expect(world.calls[0]?.call.form?.file).toMatchObject({ name: "seam.png", mime: "image/png" });
    expect(bodies()[1]).toMatchObject({
      type: "image",
      image: { id: "media-1", caption: "Like this?" },
      context: { message_id: expect.any(String) },
    });
    // The same file can't go out twice by two messages.
    expect((await send(conversationId, { kind: "image", attachmentId })).status).toBe(422);
  });

  it("are fetched by Instagram from a link that opens for an hour, and for that file only", async () => {
    const { conversationId } = await writes("instagram");
    await send(conversationId, { kind: "image", attachmentId: await upload() });
    await deliver();
    const link = bodies()[0].message.attachment.payload.url as string;
    expect(link).toMatch(/^https:\/\/desk\.example\.com\/api\/media\//);
    const path = new URL(link).pathname;
    const given = await fetch(`${gateway.url}${path}`);
    expect(Buffer.from(await given.arrayBuffer())).toEqual(png);
    expect((await fetch(`${gateway.url}${path.slice(0, -2)}xx`)).status).toBe(404);
  });

  it("that the platform would refuse are refused before, and nothing is sent", async () => {
    const { conversationId } = await writes("messenger");
    const refused = await send(conversationId, { kind: "image", attachmentId: await upload(), caption: "Messenger has none" });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/content/caption" }] } });
    const list = { type: "list", text: "Choose", button: "Open", sections: [{ rows: [{ id: "1", title: "One" }] }] };
    expect((await send(conversationId, { kind: "interactive", interactive: list })).status).toBe(422);
    expect(world.calls).toEqual([]);
  });

  it("whose upload fails hold the message back, which is tried again and shown while it waits", async () => {
    const { conversationId } = await writes("whatsapp");
    const { body } = await send(conversationId, { kind: "image", attachmentId: await upload() });
    world.answer = async (call) => (call.form ? { status: 500, headers: {}, body: null } : answer(call));
    await deliver();
    expect((await gateway.call(key, "GET", `/api/v1/messages/${body.id}`)).body).toMatchObject({ delivery: { status: "queued" }, attempts: [] });
    world.answer = async (call) => answer(call);
    world.clock.now = new Date(Date.now() + 60_000);
    await deliverMessages(world.context, { workspaceId: world.workspaceId, conversationId: await uuidOf(conversationId) });
    world.clock.now = new Date();
    expect((await gateway.call(key, "GET", `/api/v1/messages/${body.id}`)).body.delivery.status).toBe("sent");
  });
});

async function uuidOf(conversationId: string): Promise<string> {
  const { fromTypeId } = await import("@onethread/core");
  return fromTypeId("conversation", conversationId) ?? "";
}

describe("templates", () => {
  it("are read from the platform, shown with their places, and sent when the window is closed", async () => {
    const synced = await gateway.call(key, "POST", `/api/v1/channel-accounts/${whatsapp}/templates/sync`, {});
    expect(synced.body).toEqual({ count: 1 });
    const { body } = await gateway.call(key, "GET", `/api/v1/templates?channelAccountId=${whatsapp}`);
    expect(body.data).toMatchObject([
      {
        name: "parcel_on_its_way",
        language: "en",
        status: "approved",
        usable: true,
        buttons: ["Thank you"],
        fields: [{ name: "1" }, { name: "2" }, {}],
      },
    ]);
    const { conversationId } = await writes("whatsapp", 3 * 24 * 3_600_000);
    expect((await send(conversationId, { kind: "text", text: "Hello?" })).body.code).toBe("window_closed");
    const filled = (...texts: string[]) => ({
      kind: "template",
      name: "parcel_on_its_way",
      language: "en",
      components: [{ type: "body", parameters: texts.map((text) => ({ type: "text", text })) }],
    });
    expect((await send(conversationId, filled("Maya"))).status).toBe(422);
    expect((await send(conversationId, { ...filled("Maya", "A-1"), language: "de" })).body.code).toBe("template_unknown");
    const reply = await send(conversationId, filled("Maya", "A-1"));
    expect(reply.body.content).toMatchObject({ kind: "template", text: expect.stringContaining("Hello Maya, your parcel A-1 is on its way.") });
    world.calls.length = 0;
    await deliver();
    expect(bodies()[0]).toMatchObject({
      type: "template",
      template: {
        name: "parcel_on_its_way",
        language: { code: "en" },
        components: [{ type: "body", parameters: [{ text: "Maya" }, { text: "A-1" }] }],
      },
    });
  });

  it("write first to a number, which becomes one customer however it is written; a refused one leaves nobody behind", async () => {
    await gateway.call(key, "POST", `/api/v1/channel-accounts/${whatsapp}/templates/sync`, {});
    const content = {
      kind: "template",
      name: "parcel_on_its_way",
      language: "en",
      components: [
        {
          type: "body",
          parameters: [
            { type: "text", text: "Ada" },
            { type: "text", text: "A-2" },
          ],
        },
      ],
    };
    const start = (value: string, what: unknown = content, channelAccountId = whatsapp) =>
      gateway.call(key, "POST", "/api/v1/conversations", { identity: { kind: "wa_phone", value }, channelAccountId, content: what });
    expect((await start("+44 7700 900777", { kind: "text", text: "Hi" })).body.code).toBe("window_closed");
    expect((await gateway.call(key, "GET", "/api/v1/customers?identity=wa_phone:447700900777")).body.data).toEqual([]);
    expect((await start("nonsense")).body.errors).toMatchObject([{ pointer: "/identity/value" }]);
    expect((await start("+447700900777", content, messenger)).status).toBe(422);
    const first = await start("+44 7700 900777");
    expect(first.status).toBe(201);
    const again = await start("0044 (7700) 900-777");
    expect(again.body).toMatchObject({ customerId: first.body.customerId, conversationId: first.body.conversationId });
    await deliver();
    expect(bodies().filter((one) => one?.type === "template")).toHaveLength(2);
    expect(bodies().at(-1)).toMatchObject({ to: "+447700900777" });
  });
});

describe("threads", () => {
  it("that another app holds are taken before the reply", async () => {
    const { conversationId } = await writes("messenger");
    await gateway.webhook({
      object: "page",
      entry: [
        {
          id: "330055",
          time: Date.now(),
          messaging: [
            {
              sender: { id: `8800${people}` },
              recipient: { id: "330055" },
              timestamp: Date.now() + 1000,
              pass_thread_control: { new_owner_app_id: "26390203743090", previous_owner_app_id: "1234567890", metadata: "" },
            },
          ],
        },
      ],
    });
    await drainWebhooks(world.context);
    const doors = await gateway.call(key, "GET", `/api/v1/conversations/${conversationId}/sendability`);
    expect(doors.body.data[0]).toMatchObject({ heldBy: "26390203743090", takesControl: true });
    const { body: timeline } = await gateway.call(key, "GET", `/api/v1/conversations/${conversationId}/timeline`);
    expect(timeline.data.map((item: any) => item.content.event ?? item.content.kind)).toContain("thread_control");
    await send(conversationId, { kind: "text", text: "I am back" });
    world.clock.now = new Date(Date.now() + 5000);
    await deliver();
    world.clock.now = new Date();
    expect(world.calls.map(({ call }) => call.path.split("/").at(-1))).toEqual(["take_thread_control", "messages"]);
    expect((await gateway.call(key, "GET", `/api/v1/conversations/${conversationId}/sendability`)).body.data[0]).toMatchObject({ heldBy: null });
  });

  it("of a group get the reply to what was written there, and open no door to its author", async () => {
    people++;
    const value = {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: "442079460182", phone_number_id: "110055" },
      messages: [
        {
          from: `4477009003${people}`,
          group_id: "group-1",
          id: "wamid.in_group",
          timestamp: String(Math.floor(Date.now() / 1000)),
          type: "text",
          text: { body: "Hi all" },
        },
      ],
    };
    await gateway.webhook({ object: "whatsapp_business_account", entry: [{ id: "220055", changes: [{ field: "messages", value }] }] });
    await drainWebhooks(world.context);
    const [item] = (await gateway.call(key, "GET", "/api/v1/messages?externalId=wamid.in_group")).body.data;
    expect(item.content.group).toBe("group-1");
    expect((await send(item.conversationId, { kind: "text", text: "Hello you" })).status).toBe(422);
    expect((await send(item.conversationId, { kind: "text", text: "Hello all" }, { replyToId: item.id })).status).toBe(202);
    await deliver();
    expect(bodies()).toMatchObject([{ recipient_type: "group", to: "group-1", text: { body: "Hello all" } }]);
  });

  it("keep every form of a message that was edited, and none of one that was taken back", async () => {
    const { messageId } = await writes("messenger");
    const mid = `in_messenger_${people}`;
    const act = (more: Record<string, unknown>) =>
      gateway.webhook({
        object: "page",
        entry: [
          {
            id: "330055",
            time: Date.now(),
            messaging: [{ sender: { id: `8800${people}` }, recipient: { id: "330055" }, timestamp: Date.now(), ...more }],
          },
        ],
      });
    await act({ message_edit: { mid, text: "third", num_edit: 2 } });
    await act({ message_edit: { mid, text: "second", num_edit: 1 } });
    await drainWebhooks(world.context);
    const { body } = await gateway.call(key, "GET", `/api/v1/messages/${messageId}`);
    expect(body.content.text).toBe("third");
    expect(body.versions.map((one: any) => one.text)).toEqual(["Hi", "second", "third"]);
    await act({ message: { mid, is_deleted: true } });
    await drainWebhooks(world.context);
    expect((await gateway.call(key, "GET", `/api/v1/messages/${messageId}`)).body.versions).toEqual([]);
  });

  it("show a reaction once the platform has taken it, and a receipt only when asked for", async () => {
    const { conversationId, messageId } = await writes("whatsapp");
    const reacted = await gateway.call(key, "POST", `/api/v1/messages/${messageId}/reactions`, { emoji: "🙏🏾" });
    expect(reacted.body.reactions).toMatchObject([{ emoji: "🙏🏾", by: "business" }]);
    expect(bodies()[0]).toMatchObject({ type: "reaction", reaction: { emoji: "🙏🏾" } });
    world.answer = async () => ({ status: 400, headers: {}, body: { error: { code: 131047, message: "Re-engagement message" } } });
    expect((await gateway.call(key, "POST", `/api/v1/messages/${messageId}/reactions`, { emoji: null })).status).toBe(422);
    world.calls.length = 0;
    world.answer = async (call) => answer(call);
    await gateway.call(key, "POST", `/api/v1/conversations/${conversationId}/read`, { upToId: messageId });
    expect(world.calls).toEqual([]);
    await gateway.call(key, "POST", `/api/v1/conversations/${conversationId}/read`, { upToId: messageId, tellCustomer: true });
    expect(bodies()[0]).toMatchObject({ status: "read" });
  });

  it("of somebody who refused marketing take no marketing template, and say so", async () => {
    const marketing = { ...template, id: "5502", name: "autumn_sale", category: "MARKETING", components: [{ type: "BODY", text: "Autumn sale" }] };
    world.answer = async (call) => (call.path.includes("message_templates") ? ok({ data: [template, marketing] }) : answer(call));
    await gateway.call(key, "POST", `/api/v1/channel-accounts/${whatsapp}/templates/sync`, {});
    const { conversationId } = await writes("whatsapp");
    const phone = `4477009003${people}`;
    const preference = {
      wa_id: phone,
      detail: "User requested to stop marketing messages",
      category: "marketing_messages",
      value: "stop",
      timestamp: Math.floor(Date.now() / 1000),
    };
    const value = {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: "442079460182", phone_number_id: "110055" },
      contacts: [{ wa_id: phone }],
      user_preferences: [preference],
    };
    await gateway.webhook({ object: "whatsapp_business_account", entry: [{ id: "220055", changes: [{ field: "user_preferences", value }] }] });
    await drainWebhooks(world.context);
    const content = { kind: "template", name: "autumn_sale", language: "en", components: [] };
    expect((await send(conversationId, content)).body.code).toBe("opted_out");
    const doors = await gateway.call(key, "GET", `/api/v1/conversations/${conversationId}/sendability`);
    expect(doors.body.data[0].marketing).toMatchObject({ reason: "marketing_opted_out" });
    expect((await send(conversationId, { kind: "text", text: "Still fine" })).status).toBe(202);
  });

  it("of an account that the platform blocked take nothing, until it says otherwise", async () => {
    const { conversationId } = await writes("messenger");
    const policy = (action: string, at: number) => ({
      object: "page",
      entry: [
        { id: "330055", time: at, messaging: [{ recipient: { id: "330055" }, timestamp: at, policy_enforcement: { action, reason: "spam" } }] },
      ],
    });
    await gateway.webhook(policy("block", Date.now()));
    await drainWebhooks(world.context);
    expect((await send(conversationId, { kind: "text", text: "Hello" })).body.code).toBe("channel_unavailable");
    const log = await gateway.call(key, "GET", `/api/v1/channel-accounts/${messenger}/log`);
    expect(log.body.data[0]).toMatchObject({ level: "problem", data: expect.anything() });
    await gateway.webhook(policy("unblock", Date.now() + 1000));
    await drainWebhooks(world.context);
    expect((await send(conversationId, { kind: "text", text: "Hello" })).status).toBe(202);
    expect(instagram).toMatch(/^cha_/);
  });
});
