import { Agent, get, type IncomingMessage, request } from "node:http";
import { sleep } from "../../packages/testing/src/until.ts";

/** A visitor of a website, as a page has them. `heard`: when their stream said that something changed, on `performance.now()`'s clock. */
export type BenchVisitor = { id: string; token: string; heard: number[]; close(): void };

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
/** A connection of its own for each stream, as browsers make them. */
const own = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

/** Each comes from a network of their own: limits are those of people, not of one machine that plays them. */
const addressOf = (index: number): string => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;

function post(
  base: string,
  key: string,
  path: string,
  index: number,
  token: string | null,
  body: unknown,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const sent = request(
      `${base}/widget/v1/${path}?key=${key}`,
      {
        method: "POST",
        agent,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(text),
          "x-forwarded-for": addressOf(index),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
      },
      (response) => {
        let answer = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          answer += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: answer }));
      },
    );
    sent.on("error", reject);
    sent.end(text);
  });
}

/** Begins a session and writes its first word, so that there is a thread to answer in. */
export async function arrive(base: string, key: string, index: number): Promise<BenchVisitor> {
  const session = await post(base, key, "session", index, null, {});
  if (session.status !== 201) throw new Error(`a session was answered ${session.status}`);
  const token = (JSON.parse(session.body) as { accessToken: string }).accessToken;
  const message = { id: `bench-${String(index).padStart(8, "0")}`, text: "Is the alpaca coat back in stock?" };
  const written = await post(base, key, "messages", index, token, message);
  if (written.status !== 202) throw new Error(`a message was answered ${written.status}`);
  return { id: token.split(".")[1] ?? "", token, heard: [], close: () => {} };
}

/** As pages do it: who was told to try again does so in a moment. Milliseconds. */
const again = 500;
const mostTries = 20;

/** Opens a visitor's stream: done once it has said its first word. Answers how often it was told to try again. */
export async function follow(base: string, key: string, visitor: BenchVisitor, index: number): Promise<number> {
  for (let tries = 0; ; tries++) {
    const status = await tryToFollow(base, key, visitor, index);
    if (status === 200) return tries;
    if (status !== 503 || tries >= mostTries) throw new Error(`a stream was answered ${status}`);
    await sleep(again);
  }
}

async function tryToFollow(base: string, key: string, visitor: BenchVisitor, index: number): Promise<number> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { authorization: `Bearer ${visitor.token}`, "x-forwarded-for": addressOf(index) };
    get(`${base}/widget/v1/stream?key=${key}`, { agent: own, headers }, resolve).on("error", reject);
  });
  response.on("error", () => {});
  if (response.statusCode !== 200) {
    response.destroy();
    return response.statusCode ?? 0;
  }
  visitor.close = () => response.destroy();
  await new Promise<void>((resolve) => {
    response.on("data", (chunk: Buffer) => {
      if (chunk.includes("event: changed")) visitor.heard.push(performance.now());
      resolve();
    });
  });
  return 200;
}
