import { createWorld, type World } from "@onethread/testing";
import { createHandOverLink } from "../create-hand-over-link.ts";
import { deliverMessages } from "../deliver-messages.ts";
import { mergeCustomers } from "../merge-customers.ts";
import { reactToMessage } from "../react-to-message.ts";
import { sendReply } from "../send-reply.ts";
import { startConversation } from "../start-conversation.ts";
import { undoMerge } from "../undo-merge.ts";
import { updateConversation } from "../update-conversation.ts";
import { updateCustomer } from "../update-customer.ts";
import { writeNote } from "../write-note.ts";
import { connectSampleAccounts, take } from "./test-history.ts";

const page = "990001";
const waba = "990002";
const number = "990003";
const insta = "990004";

export type Mixed = {
  world: World;
  rows(sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]>;
  /** The id of the one row that is meant. */
  idOf(sql: string, ...values: unknown[]): Promise<string>;
  /** Webhooks of one person each; the clock goes on by a second with every one. */
  messenger(person: string, mid: string, text: string, more?: Record<string, unknown>): Promise<void>;
  messengerEvent(person: string, event: Record<string, unknown>): Promise<void>;
  instagram(person: string, mid: string, text: string): Promise<void>;
  whatsapp(keys: { from?: string; from_user_id?: string }, id: string, text: string): Promise<void>;
  status(id: string, status: string, data?: string): Promise<void>;
  customerOf(value: string): Promise<{ id: string; conversationId: string }>;
  reply(value: string, text: string): Promise<string>;
  merge(one: string, other: string): Promise<string>;
  undo(id: string): Promise<void>;
};

/** A world with the samples' accounts and three more, and the means to let people and platforms do things in it. */
export async function openMixed(): Promise<Mixed> {
  const world = await createWorld();
  const actor = { kind: "system" as const, workspaceId: world.workspaceId };
  const tick = () => {
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
    return world.clock.now.getTime();
  };
  const must = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string; detail?: string } }): T => {
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
    return result.value;
  };
  await world.addAccount({ channel: "messenger", externalId: page });
  await world.addAccount({ channel: "whatsapp", externalId: number, settings: { wabaId: waba, displayPhoneNumber: "442079460182" } });
  await world.addAccount({ channel: "instagram", externalId: insta, settings: { username: "alpaca" } });
  let sent = 0;
  world.answer = async () => {
    const id = `own_${++sent}`;
    return { status: 200, headers: {}, body: { messages: [{ id }], recipient_id: "x", message_id: id } };
  };
  const rows = async (sql: string, ...values: unknown[]) => (await world.database.ingest.query(sql, values)).rows;
  const idOf = async (sql: string, ...values: unknown[]) => {
    const [row] = await rows(sql, ...values);
    if (!row) throw new Error(`no row: ${sql}`);
    return row.id as string;
  };
  const messaging = (object: string, account: string, event: Record<string, unknown>) =>
    take(world, { object, entry: [{ id: account, time: 1, messaging: [{ recipient: { id: account }, timestamp: tick(), ...event }] }] });
  const value = { messaging_product: "whatsapp", metadata: { display_phone_number: "442079460182", phone_number_id: number } };
  const change = (more: Record<string, unknown>) =>
    take(world, { object: "whatsapp_business_account", entry: [{ id: waba, changes: [{ field: "messages", value: { ...value, ...more } }] }] });
  const seconds = () => String(Math.floor(tick() / 1000));
  const customerOf = async (address: string) => {
    const [row] = await rows(
      `SELECT v.customer_id AS id, v.id AS "conversationId" FROM identities n JOIN conversations v ON v.customer_id = n.customer_id WHERE n.value = $1`,
      address,
    );
    return row as { id: string; conversationId: string };
  };
  return {
    world,
    rows,
    idOf,
    customerOf,
    messenger: (person, mid, text, more = {}) => messaging("page", page, { sender: { id: person }, message: { mid, text, ...more } }),
    messengerEvent: (person, event) => messaging("page", page, { sender: { id: person }, ...event }),
    instagram: (person, mid, text) => messaging("instagram", insta, { sender: { id: person }, message: { mid, text } }),
    whatsapp: (keys, id, text) => change({ contacts: [], messages: [{ ...keys, id, timestamp: seconds(), type: "text", text: { body: text } }] }),
    status: (id, status, data) =>
      change({ statuses: [{ id, status, timestamp: seconds(), recipient_id: "1", ...(data ? { biz_opaque_callback_data: data } : {}) }] }),
    reply: async (address, text) => {
      tick();
      const { conversationId } = await customerOf(address);
      const { id } = must(await sendReply(world.context, actor, conversationId, { content: { kind: "text", text } }));
      tick();
      await deliverMessages(world.context, { workspaceId: world.workspaceId, conversationId });
      return id;
    },
    merge: async (one, other) => {
      tick();
      const [survivor, merged] = [await customerOf(one), await customerOf(other)];
      must(await mergeCustomers(world.context, actor, { survivorId: survivor.id, otherId: merged.id }));
      return idOf("SELECT id FROM merges WHERE survivor_id = $1 AND merged_id = $2 AND undone_at IS NULL", survivor.id, merged.id);
    },
    undo: async (id) => {
      tick();
      must(await undoMerge(world.context, actor, id));
    },
  };
}

/** A little of everything, in an order in which it matters what came first. */
export async function playMixed(mixed: Mixed, bodies: readonly Buffer[]): Promise<void> {
  const { world, messenger, messengerEvent, whatsapp, instagram, customerOf, reply, merge, undo, status, idOf } = mixed;
  const actor = { kind: "system" as const, workspaceId: world.workspaceId };
  await connectSampleAccounts(world);
  const half = Math.floor(bodies.length / 2);
  await take(world, ...bodies.slice(0, half));

  // Answered, delivered, read, and an answer that only a status tells of.
  await messenger("7001", "m_1", "Hello");
  await whatsapp({ from: "447700900461" }, "wamid.a1", "Good day");
  const answer = await reply("7001", "Hello back");
  await messengerEvent("7001", { delivery: { watermark: world.clock.now.getTime() } });
  await messengerEvent("7001", { read: { watermark: world.clock.now.getTime() } });
  await reply("447700900461", "Good day to you");
  await status("own_2", "delivered");
  await status("own_2", "read");
  await writeNote(world.context, actor, (await customerOf("7001")).conversationId, { text: "a note" });
  await reactToMessage(world.context, actor, await idOf("SELECT id FROM items WHERE external_id = 'm_1'"), "❤");
  await messengerEvent("7001", { reaction: { mid: "own_1", action: "react", reaction: "love", emoji: "❤" } });
  await messengerEvent("7001", { message_edit: { mid: "m_1", text: "Hello!", num_edit: 1 } });
  if (!answer) throw new Error("nothing was sent");

  // Done, written to again, done once more: what came before ends no wait and begins none.
  const { conversationId } = await customerOf("447700900461");
  await updateConversation(world.context, actor, conversationId, { status: "done" });
  await whatsapp({ from: "447700900461" }, "wamid.a2", "One more thing");
  await updateConversation(world.context, actor, conversationId, { status: "done" });
  await whatsapp({ from: "447700900462" }, "wamid.b1", "Somebody else");

  // Joined by a person, then written to through both, then taken apart, then proven to be one: never again.
  const wrong = await merge("447700900461", "447700900462");
  await whatsapp({ from: "447700900462", from_user_id: "GB.462" }, "wamid.b2", "With another id");
  await undo(wrong);
  await whatsapp({ from: "447700900461", from_user_id: "GB.462" }, "wamid.b3", "Both of them");
  // Joined by evidence, taken apart by a person.
  await whatsapp({ from: "447700900463" }, "wamid.c1", "c");
  await whatsapp({ from_user_id: "GB.463" }, "wamid.c2", "c");
  await whatsapp({ from: "447700900463", from_user_id: "GB.463" }, "wamid.c3", "c");
  const proven = await idOf("SELECT id FROM merges WHERE by_type = 'system' AND survivor_id = $1", (await customerOf("447700900463")).id);
  await undo(proven);
  await whatsapp({ from: "447700900463", from_user_id: "GB.463" }, "wamid.c4", "still c");
  // Three in a row, the middle one taken back first.
  await instagram("9001", "i_1", "one");
  await messenger("7002", "m_2", "two");
  await messenger("7003", "m_3", "three");
  const first = await merge("7002", "7003");
  const second = await merge("9001", "7002");
  await undo(first);
  await messenger("7003", "m_4", "on my own again");
  await undo(second);
  await merge("9001", "7002");

  // Carried over to another channel, and written to first.
  const account = await idOf("SELECT id FROM channel_accounts WHERE external_id = $1", page);
  const link = await createHandOverLink(world.context, actor, (await customerOf("447700900463")).id, account);
  if (!link.ok) throw new Error(link.error.code);
  await messengerEvent("7004", {
    postback: { mid: "m_5", title: "Go on", payload: "GO", referral: { ref: link.value.token, source: "SHORTLINK", type: "OPEN_THREAD" } },
  });
  await messenger("7004", "m_6", "Here I am");
  await startWithTemplate(mixed);
  await whatsapp({ from: "447700900469" }, "wamid.d1", "You wrote to me?");
  await updateCustomer(world.context, actor, (await customerOf("7001")).id, { name: "Given" });
  await take(world, ...bodies.slice(half));
}

async function startWithTemplate({ world, rows, idOf }: Mixed): Promise<void> {
  const actor = { kind: "system" as const, workspaceId: world.workspaceId };
  const account = await idOf("SELECT id FROM channel_accounts WHERE external_id = $1", number);
  await rows(
    `INSERT INTO message_templates (workspace_id, id, channel, scope, name, language, status, category, components)
     VALUES ($1, gen_random_uuid(), 'whatsapp', $2, 'hello', 'en', 'approved', 'utility', '[{"type":"BODY","text":"Hello"}]')`,
    world.workspaceId,
    waba,
  );
  const started = await startConversation(world.context, actor, {
    identity: { kind: "wa_phone", value: "+447700900469" },
    channelAccountId: account,
    content: { kind: "template", name: "hello", language: "en", components: [] },
  });
  if (!started.ok) throw new Error(`${started.error.code}: ${started.error.detail}`);
  await deliverMessages(world.context, { workspaceId: world.workspaceId, conversationId: started.value.conversationId });
}
