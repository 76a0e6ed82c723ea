import { Agent, request } from "node:http";
import { sleep } from "../until.ts";
import type { Body } from "./traffic/generate.ts";

/** What became of one body: kept for the checker. */
type SendRecord = { attempts: number; acknowledged: number; firstAcknowledgedAt: number | null; answers: Map<string, number> };

type SenderOptions = { url: string; connections?: number };

export type Sender = {
  records: ReadonlyMap<string, SendRecord>;
  /** Milliseconds each acknowledgement took, and each refusal. */
  latencies: { acknowledged: number[]; refused: number[] };
  acknowledgements(): number;
  /** Sends in this order, several at once, and again what was not acknowledged. Resolves when all were, or `giveUp` seconds passed. */
  send(bodies: readonly Body[], giveUp?: number, perSecond?: number): Promise<void>;
  close(): void;
};

/** A platform gives an answer this long (WhatsApp's and Messenger's documentation speak of a few seconds up to 10; read November 2026). */
const patienceMs = 10_000;
const firstRetryMs = 200;
const longestRetryMs = 2000;

/** Sends webhooks as Meta does: not acknowledged means sent again, the same bytes, later and later. */
export function openSender({ url, connections = 24 }: SenderOptions): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const records = new Map<string, SendRecord>();
  const latencies = { acknowledged: [] as number[], refused: [] as number[] };
  let acknowledgements = 0;

  async function once(body: Body, record: SendRecord): Promise<boolean> {
    record.attempts++;
    const { answer, took } = await post(url, agent, body);
    record.answers.set(answer, (record.answers.get(answer) ?? 0) + 1);
    (answer === "200" ? latencies.acknowledged : latencies.refused).push(took);
    if (answer !== "200") return false;
    acknowledgements++;
    record.acknowledged++;
    record.firstAcknowledgedAt ??= Date.now();
    return true;
  }

  async function deliver(body: Body, end: number): Promise<void> {
    const record = records.get(body.digest) ?? { attempts: 0, acknowledged: 0, firstAcknowledgedAt: null, answers: new Map() };
    records.set(body.digest, record);
    for (let wait = firstRetryMs; ; wait = Math.min(longestRetryMs, wait * 2)) {
      if ((await once(body, record)) || Date.now() > end) return;
      await sleep(wait);
    }
  }

  return {
    records,
    latencies,
    acknowledgements: () => acknowledgements,
    send: async (bodies, giveUp = 120, perSecond = 150) => {
      const end = Date.now() + giveUp * 1000;
      const started = performance.now();
      const under = new Set<Promise<void>>();
      for (const [index, body] of bodies.entries()) {
        const early = started + (index * 1000) / perSecond - performance.now();
        if (early > 2) await sleep(early);
        // What waits for its repetition does not hold up the others, but the sender does not run ahead for ever either.
        while (under.size >= connections * 20) await Promise.race(under);
        const one = deliver(body, end).finally(() => under.delete(one));
        under.add(one);
      }
      await Promise.all(under);
    },
    close: () => agent.destroy(),
  };
}

/** The status, or why there is none; and the milliseconds from when a connection was free for it. */
function post(url: string, agent: Agent, { bytes, signature }: Body): Promise<{ answer: string; took: number }> {
  return new Promise((resolve) => {
    let started = performance.now();
    const end = (answer: string) => resolve({ answer, took: performance.now() - started });
    const headers = { "content-type": "application/json", "content-length": bytes.byteLength, "x-hub-signature-256": signature };
    const sent = request(url, { method: "POST", agent, headers, timeout: patienceMs }, (response) => {
      response.resume();
      response.on("end", () => end(String(response.statusCode)));
      response.on("close", () => end("broken"));
    });
    sent.on("socket", () => {
      started = performance.now();
    });
    sent.on("timeout", () => {
      end("no answer");
      sent.destroy();
    });
    sent.on("error", () => end("broken"));
    sent.end(bytes);
  });
}
