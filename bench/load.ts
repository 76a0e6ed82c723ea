import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";

export type Latencies = { perSecond: number; p50: number; p99: number; failed: number };

export const sign = (body: Buffer, secret: string) => `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

/** The page-scoped id of the bench's nth person. */
export const personId = (person: number): string => String(7_000_000_000 + person);

/** A Messenger text of its own: no two are alike. */
export function webhookBody(page: string, person: number, mid: string, timestamp: number): Buffer {
  const entry = {
    id: page,
    time: timestamp,
    messaging: [
      {
        sender: { id: personId(person) },
        recipient: { id: page },
        timestamp,
        message: { mid, text: "Is the alpaca coat back in stock? I would like it in camel, size S." },
      },
    ],
  };
  return Buffer.from(JSON.stringify({ object: "page", entry: [entry] }));
}

export function post(url: string, body: Buffer, secret: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
        agent,
        headers: { "content-type": "application/json", "content-length": body.length, "x-hub-signature-256": sign(body, secret) },
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** `count` webhooks over `width` connections as fast as they go. Ends by itself. */
export async function hammer(url: string, secret: string, page: string, count: number, width: number, tag: string): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let i = next++; i < count; i = next++) {
        const body = webhookBody(page, i % 500, `m_${tag}_${i}`, Date.now());
        const before = performance.now();
        const status = await post(url, body, secret, agent).catch(() => 0);
        times.push(performance.now() - before);
        if (status !== 200) failed++;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { perSecond: count / seconds, p50: percentile(times, 50), p99: percentile(times, 99), failed };
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 50);
