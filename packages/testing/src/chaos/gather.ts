import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { toTypeId } from "@onethread/core";
import { sleep } from "../until.ts";
import type { Answer, Evidence, LiveScreen, ShownConversation } from "./evidence.ts";
import type { LiveClient } from "./live/live-client.ts";
import { type Reply, statusOf } from "./replier.ts";
import type { Sender } from "./sender.ts";
import { type ApiItem, shownItem } from "./shown-item.ts";
import type { Stage, StageWorkspace } from "./stage.ts";
import { readStored } from "./stored.ts";
import { expectFrom } from "./traffic/expect.ts";
import type { Fact } from "./traffic/fact.ts";
import type { Traffic } from "./traffic/generate.ts";

export type Gathering = {
  traffic: Traffic;
  poison: ReadonlySet<string>;
  sender: Sender;
  replies: readonly Reply[];
  /** What receipts of replies say of other messages through the same door. */
  marks: readonly Fact[];
  clients: readonly LiveClient[];
  /** At most this many conversations are read through the API. */
  sample: number;
};

/** Reads everything that the checker judges: the database past all rights, the API as each business, logs, screens. */
export async function gather(stage: Stage, { traffic, poison, sender, replies, marks, clients, sample }: Gathering): Promise<Evidence> {
  const digests = [...new Set([...traffic.bodies.map((body) => body.digest), ...poison])];
  const { events, items } = await readStored(stage.instance.owner, digests, traffic.tag);
  const homes = new Map(items.map((item) => [item.conversationId, item.workspaceId]));
  const { conversations, answers } = await readConversations(stage, [...homes].slice(0, sample));
  const news = clients.map((client): Answer => ({ workspaceId: client.workspaceId, where: "the live news", text: client.heard() }));
  return {
    acknowledged: digests.filter((digest) => (sender.records.get(digest)?.acknowledged ?? 0) > 0),
    poison,
    events,
    expected: expectFrom([...traffic.facts, ...marks]),
    items: items,
    conversations,
    replies: await readReplies(stage, replies),
    waiting: await waiting(stage),
    canaries: new Map(stage.workspaces.map(({ id, canary }) => [id, canary])),
    answers: [...answers, ...news],
    logs: readLogs(stage.instance),
    screens: await readScreens(clients),
  };
}

/** A few at a time: hundreds of screens loaded anew in one moment would be a fault of its own. */
async function readScreens(clients: readonly LiveClient[]): Promise<LiveScreen[]> {
  const screens: LiveScreen[] = [];
  const left = [...clients];
  const reader = async () => {
    for (let one = left.pop(); one; one = left.pop()) screens.push(await one.screen());
  };
  await Promise.all(Array.from({ length: 6 }, reader));
  return screens;
}

/** What is neither done nor given up. */
export async function waiting({ instance }: Stage): Promise<string[]> {
  const { rows } = await instance.owner.query<{ webhooks: number; sends: number }>(
    `SELECT (SELECT count(*)::int FROM webhook_events WHERE state = 'pending') AS webhooks,
       (SELECT count(*)::int FROM items WHERE delivery_status IN ('queued', 'sending')) AS sends`,
  );
  const { webhooks = 0, sends = 0 } = rows[0] ?? {};
  return [...(webhooks ? [`${webhooks} webhooks`] : []), ...(sends ? [`${sends} replies`] : [])];
}

async function readReplies({ instance, graph }: Stage, replies: readonly Reply[]): Promise<Evidence["replies"]> {
  const { rows } = await instance.owner.query<{ id: string; status: string }>(
    "SELECT id, delivery_status AS status FROM items WHERE id = ANY($1::uuid[])",
    [replies.map((reply) => reply.id)],
  );
  const shown = new Map(rows.map((row) => [row.id, row.status]));
  return replies.map((reply) => ({
    id: reply.id,
    workspaceId: reply.workspaceId,
    channel: reply.account.channel,
    accepted: reply.accepted,
    shown: shown.get(reply.id) ?? null,
    told: statusOf(reply),
    seen: graph.sends.filter((send) => send.text === reply.text).length,
  }));
}

async function readConversations(
  { instance, workspaces }: Stage,
  homes: [string, string][],
): Promise<{ conversations: ShownConversation[]; answers: Answer[] }> {
  const answers: Answer[] = [];
  const conversations: ShownConversation[] = [];
  const get = async (workspace: StageWorkspace, where: string) => {
    for (;;) {
      const answer = await fetch(`${instance.gatewayUrl}${where}`, { headers: { authorization: `Bearer ${workspace.apiKey}` } });
      const text = await answer.text();
      answers.push({ workspaceId: workspace.id, where, text });
      if (answer.ok) return JSON.parse(text);
      if (answer.status !== 429) throw new Error(`${where} answered ${answer.status}`);
      await sleep(500);
    }
  };
  const read = async (id: string, workspace: StageWorkspace) => {
    const conversation = `/api/v1/conversations/${toTypeId("conversation", id)}`;
    const { unread } = await get(workspace, conversation);
    const items: ApiItem[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: { data: ApiItem[]; page: { next: string | null } } = await get(
        workspace,
        `${conversation}/timeline?limit=100${cursor && `&cursor=${cursor}`}`,
      );
      items.unshift(...page.data);
      cursor = page.page.next;
    }
    conversations.push({ workspaceId: workspace.id, id, unread, items: items.map(shownItem) });
  };
  const left = [...homes];
  const reader = async () => {
    for (let one = left.pop(); one; one = left.pop()) {
      const workspace = workspaces.find(({ id }) => id === one?.[1]);
      if (workspace) await read(one[0], workspace);
    }
  };
  await Promise.all(Array.from({ length: 6 }, reader));
  // Whoever searches for another business' words must not find them.
  for (const workspace of workspaces) {
    for (const other of workspaces) if (other !== workspace) await get(workspace, `/api/v1/conversations?q=${other.canary}`);
    await get(workspace, "/api/v1/customers?limit=100");
    await get(workspace, "/api/v1/webhook-events?limit=50");
  }
  return { conversations, answers };
}

function readLogs({ logs, home }: Stage["instance"]): Evidence["logs"] {
  const files = [...readdirSync(logs).map((name) => path.join(logs, name)), path.join(home, "postgres/server.log")];
  return files.filter((file) => existsSync(file)).map((file) => ({ file: path.basename(file), text: readFileSync(file, "utf8") }));
}
