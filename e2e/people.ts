import { createHmac } from "node:crypto";
import { expect } from "@playwright/test";
import { api, type Demo } from "./demo.ts";

/** Another agent of the demo's workspace, with whom to sign in. */
export async function addAgent(demo: Demo, name: string, role = "agent"): Promise<Demo> {
  const email = `${name.toLowerCase()}-${Date.now()}@example.com`;
  const password = "correct horse battery";
  const { url } = await api<{ url: string }>(demo, "POST", "/api/v1/invitations", { email, role });
  const token = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "");
  await api(demo, "POST", "/api/v1/invitations/accept", { token, name, password });
  return { ...demo, email, password };
}

const agents = new Map<string, Promise<Demo>>();

/** An agent who is there for all tests; whose settings a test changes, it adds for itself. */
export function agentOf(demo: Demo, name: string): Promise<Demo> {
  const known = agents.get(name) ?? addAgent(demo, name);
  agents.set(name, known);
  return known;
}

/** As Meta sends it: signed over the bytes, whatever they are. */
export async function postWebhook(demo: Demo, body: string): Promise<void> {
  const signature = `sha256=${createHmac("sha256", demo.meta.appSecret).update(body).digest("hex")}`;
  const headers = { "content-type": "application/json", "x-hub-signature-256": signature };
  expect((await fetch(`${demo.consoleUrl}/webhooks/meta`, { method: "POST", headers, body })).status).toBe(200);
}

let written = 0;

/** Somebody new writes on a channel. Answers their conversation and what they are known by. */
export async function customerWrites(
  demo: Demo,
  channel: "messenger" | "whatsapp",
  text: string,
  {
    from = `49${Date.now()}${written}`,
    at = Date.now(),
    name = `Customer ${from.slice(-4)}`,
  }: { from?: string; at?: number; name?: string | null } = {},
): Promise<{ conversationId: string; from: string }> {
  const account = demo.channelAccounts.find((one) => one.channel === channel)?.externalId ?? "";
  const id = `${channel}_${from}_${written++}`;
  const messaging = [{ sender: { id: from }, recipient: { id: account }, timestamp: at, message: { mid: id, text } }];
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550000001", phone_number_id: account },
    contacts: [{ wa_id: from, ...(name === null ? {} : { profile: { name } }) }],
    messages: [{ from, id, timestamp: String(Math.floor(at / 1000)), type: "text", text: { body: text } }],
  };
  const body = JSON.stringify(
    channel === "messenger"
      ? { object: "page", entry: [{ id: account, time: Date.now(), messaging }] }
      : { object: "whatsapp_business_account", entry: [{ id: "102290129340398", changes: [{ field: "messages", value }] }] },
  );
  await postWebhook(demo, body);
  let conversationId = "";
  await expect
    .poll(async () => {
      const { data } = await api<{ data: { conversationId: string }[] }>(demo, "GET", `/api/v1/messages?externalId=${id}`);
      conversationId = data[0]?.conversationId ?? "";
      return conversationId;
    })
    .not.toBe("");
  return { conversationId, from };
}

/** Has the simulator do something: `people`, `acts` and what else its phones can. */
export async function simulate<T>(demo: Demo, call: string, body: object): Promise<T> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${demo.simulatorUrl}/simulator/api/${call}`, { method: "POST", headers, body: JSON.stringify(body) });
  const text = await response.text();
  expect(response.ok, text).toBe(true);
  return JSON.parse(text || "null") as T;
}
