import { randomUUID } from "node:crypto";
import { toTypeId } from "@onethread/core";
import { newId } from "@onethread/db/client";
import { sleep } from "../../until.ts";
import type { Customer } from "./customers.ts";
import type { SendStage } from "./send-stage.ts";

/** One reply of an agent. Its id is in its text and in what it carries along, so that the platform's record shows it. */
export type Reply = { uuid: string; id: string; fault: string; step: string; customer: Customer; accepted: boolean; postedAt: number };

type Wanted = { fault: string; step?: string; customer: Customer; withFile?: boolean };

/** Posts a reply through the public API until it is accepted, as a client on a weak line does: the same message id each time. */
export async function postReply(
  stage: SendStage,
  { fault, step = "", customer, withFile = false }: Wanted,
  begun: (reply: Reply) => void,
): Promise<Reply> {
  const uuid = newId();
  const reply: Reply = { uuid, id: toTypeId("message", uuid), fault, step, customer, accepted: false, postedAt: Date.now() };
  begun(reply);
  const attachmentId = withFile ? await uploadPicture(stage) : null;
  const body = bodyOf(reply, attachmentId);
  let key = randomUUID();
  for (let attempt = 0; attempt < 120 && !reply.accepted; attempt++) {
    if (attempt > 0) await sleep(250);
    const answer = await post(stage, reply, { body, key, gateway: attempt });
    reply.accepted = answer?.status === 202;
    const code = answer && !answer.ok ? ((await answer.json().catch(() => ({}))) as { code?: string }).code : undefined;
    // Whoever held the first key is dead; the message's own id keeps it one message.
    if (code === "request_running") key = randomUUID();
    else if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429)
      throw new Error(`a reply was refused: ${answer.status} ${code ?? ""}`);
  }
  return reply;
}

export const bodyOf = (reply: Reply, attachmentId: string | null = null): string =>
  JSON.stringify({
    id: reply.id,
    channelAccountId: reply.customer.account.id,
    content: attachmentId
      ? { kind: "image", attachmentId, ...(reply.customer.account.channel === "whatsapp" ? { caption: reply.id } : {}) }
      : { kind: "text", text: `A reply ${reply.id} of ${reply.fault}.` },
  });

/** One request; null when there was no answer. */
export async function post(
  stage: SendStage,
  reply: Reply,
  { body, key, gateway, signal = AbortSignal.timeout(15_000) }: { body: string; key?: string; gateway: number; signal?: AbortSignal },
): Promise<Response | null> {
  const url = stage.gateways[gateway % stage.gateways.length] ?? "";
  return fetch(`${url}/api/v1/conversations/${reply.customer.conversation}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${stage.apiKey}`, "content-type": "application/json", ...(key ? { "idempotency-key": key } : {}) },
    body,
    signal,
  }).catch(() => null);
}

/** The smallest picture there is. */
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

async function uploadPicture(stage: SendStage): Promise<string> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const form = new FormData();
    form.set("file", new File([pixel], "pixel.png", { type: "image/png" }));
    const answer = await fetch(`${stage.gateways[attempt % stage.gateways.length]}/api/v1/attachments`, {
      method: "POST",
      headers: { authorization: `Bearer ${stage.apiKey}` },
      body: form,
    }).catch(() => null);
    if (answer?.ok) return ((await answer.json()) as { id: string }).id;
    await sleep(250);
  }
  throw new Error("the picture could not be uploaded");
}
