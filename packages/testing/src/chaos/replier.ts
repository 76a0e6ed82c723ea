import { randomUUID } from "node:crypto";
import { toTypeId } from "@onethread/core";
import { newId } from "@onethread/db/client";
import { sleep } from "../until.ts";
import type { Chance } from "./chance.ts";
import type { GraphSend } from "./fake-graph.ts";
import type { Sender } from "./sender.ts";
import type { Stage, StageWorkspace } from "./stage.ts";
import { highest } from "./traffic/expect.ts";
import { type Fact, personOf, type TrafficAccount } from "./traffic/fact.ts";
import { type Body, bodyOf } from "./traffic/generate.ts";

/** An answer of an agent, and what the customer's side told of it. */
export type Reply = {
  id: string;
  workspaceId: string;
  account: TrafficAccount;
  text: string;
  accepted: boolean;
  /** Milliseconds until it was accepted, repetitions included. */
  took: number;
  told: Set<string>;
};

export type Replier = {
  replies: readonly Reply[];
  /** What receipts say of other messages through the same door: Messenger's are marks in time. */
  marks: readonly Fact[];
  /** What the platform saw: receipts follow by webhook. */
  receipts(send: GraphSend): void;
  /** Answers customers of the traffic with this tag, one after the other, until it is told to stop. */
  answer(tag: string): { stop(): Promise<void> };
};

/** Agents who answer while things break. Each answer has one id, also when it has to be asked for again. */
export function openReplier(random: Chance, stage: () => Stage, sender: () => Sender): Replier {
  const replies: Reply[] = [];
  const marks: Fact[] = [];

  async function answerOne(tag: string, workspace: StageWorkspace): Promise<void> {
    const { instance } = stage();
    const { rows } = await instance.owner.query<{ conversation: string; account: string }>(
      `SELECT conversation_id AS conversation, channel_account_id AS account FROM items
       WHERE workspace_id = $1 AND direction = 'inbound' AND external_id LIKE $2 ORDER BY random() LIMIT 1`,
      [workspace.id, `%.${tag}.%`],
    );
    const account = workspace.accounts.find((one) => one.id === rows[0]?.account);
    if (!rows[0] || !account) return;
    const id = newId();
    const reply: Reply = {
      id,
      workspaceId: workspace.id,
      account,
      text: `${workspace.canary} ${tag}.reply.${id}.`,
      accepted: false,
      took: 0,
      told: new Set(),
    };
    replies.push(reply);
    const conversation = toTypeId("conversation", rows[0].conversation);
    const body = {
      id: toTypeId("message", id),
      channelAccountId: toTypeId("channelAccount", account.id),
      content: { kind: "text", text: reply.text },
    };
    const key = randomUUID();
    const started = performance.now();
    for (let attempt = 0; attempt < 40 && !reply.accepted; attempt++) {
      if (attempt > 0) await sleep(500);
      const answer = await fetch(`${instance.gatewayUrl}/api/v1/conversations/${conversation}/messages`, {
        method: "POST",
        headers: { authorization: `Bearer ${workspace.apiKey}`, "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      }).catch(() => null);
      reply.accepted = answer?.status === 202;
      reply.took = performance.now() - started;
      // Refused for good: the window is closed, the person unknown.
      if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 409 && answer.status !== 429) {
        replies.splice(replies.indexOf(reply), 1);
        return;
      }
    }
  }

  return {
    replies,
    marks,
    receipts: (send) => {
      const reply = replies.find((one) => send.text === one.text);
      if (!reply) return;
      const bodies = random.shuffle(receiptsOf(reply, send, random, stage().secret));
      if (reply.account.channel === "messenger" && reply.told.has("delivered"))
        marks.push({ kind: "delivered", account: reply.account, person: personOf(send.recipient), id: "", at: Date.now() });
      setTimeout(() => void sender().send([...bodies, ...bodies.slice(0, 1)]), random.int(0, 400));
    },
    answer: (tag) => {
      let stopped = false;
      const run = async () => {
        while (!stopped) {
          await answerOne(tag, random.pick(stage().workspaces)).catch(() => {});
          await sleep(random.int(100, 250));
        }
      };
      const done = run();
      return {
        stop: async () => {
          stopped = true;
          await done;
        },
      };
    },
  };
}

/** What the platform tells of a message that it took. */
function receiptsOf(reply: Reply, send: GraphSend, random: Chance, secret: string): Body[] {
  const { account } = reply;
  const now = Date.now();
  if (account.channel === "whatsapp") {
    const statuses = random.pick([["sent"], ["sent", "delivered"], ["sent", "delivered", "read"], ["delivered", "read"], ["sent", "failed"]]);
    return statuses.map((status, index) => {
      reply.told.add(status);
      const told = {
        id: send.externalId,
        status,
        timestamp: String(Math.floor(now / 1000) + index),
        recipient_id: send.recipient,
        biz_opaque_callback_data: send.reference,
        ...(status === "failed" ? { errors: [{ code: 131026, title: "Undeliverable" }] } : {}),
      };
      const value = { messaging_product: "whatsapp", metadata: { phone_number_id: account.externalId }, statuses: [told] };
      return bodyOf({ object: "whatsapp_business_account", entry: [{ id: account.wabaId, changes: [{ field: "messages", value }] }] }, secret);
    });
  }
  const object = account.channel === "messenger" ? "page" : "instagram";
  const entry = (messaging: object) => bodyOf({ object, entry: [{ id: account.externalId, time: now, messaging: [messaging] }] }, secret);
  const us = { id: account.externalId };
  const them = { id: send.recipient };
  const metadata = send.reference ? { metadata: send.reference } : {};
  const echo = {
    sender: us,
    recipient: them,
    timestamp: now,
    message: { mid: send.externalId, text: send.text, is_echo: true, app_id: 1, ...metadata },
  };
  reply.told.add("sent");
  if (account.channel === "instagram" || random.yes(0.3)) return [entry(echo)];
  reply.told.add("delivered");
  return [entry(echo), entry({ sender: them, recipient: us, timestamp: now, delivery: { mids: [send.externalId], watermark: now } })];
}

/** What its state must be in the end, by what was told of it. */
export const statusOf = (reply: Reply): string => highest(reply.told);
