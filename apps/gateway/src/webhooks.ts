import type { IncomingMessage, ServerResponse } from "node:http";
import { errorTable, type Failure } from "@onethread/core";
import { answerWebhookHandshake } from "@onethread/operations";
import type { Services } from "./http/services.ts";

/** Meta sends up to 3 MB (WhatsApp's webhook overview, read November 2026); a little room beside it. Bytes. */
const maxBody = 4 * 1024 * 1024;

const route = /^\/webhooks\/meta(?:\/(cha_[0-9a-z]{26}))?\/?(?:\?|$)/;

/** Whether a request is a webhook: those are answered on bare Node, before any framework, for speed. */
export const isWebhook = (url: string | undefined): boolean => route.test(url ?? "");

/** Webhooks in: raw bytes to the receiver, a status back. GET is Meta's handshake. */
export async function handleWebhook({ context, receive, log }: Services, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const channelAccountId = route.exec(request.url ?? "")?.[1];
  try {
    if (request.method === "GET") return await handshake(context, request, response, channelAccountId);
    if (request.method !== "POST") return answer(response, 405, { allow: "GET, POST" });
    const body = await readBody(request);
    if (body === null) {
      // What is still coming is not wanted: the connection closes after the answer.
      response.setHeader("connection", "close");
      return answerProblem(response, { code: "body_too_large", detail: "A webhook has at most 4 MiB." });
    }
    const signature = request.headers["x-hub-signature-256"];
    const result = await receive({ body, signature: Array.isArray(signature) ? signature[0] : signature, channelAccountId });
    if (!result.ok) return answerProblem(response, result.error);
    answer(response, 200, { "content-type": "text/plain" }, "ok");
  } catch (error) {
    log.error({ error: (error as Error).message }, "a webhook request failed");
    if (!response.headersSent) answerProblem(response, { code: "internal_error", detail: "Send the webhook again." });
  }
}

async function handshake(
  context: Services["context"],
  request: IncomingMessage,
  response: ServerResponse,
  channelAccountId: string | undefined,
): Promise<void> {
  const query = Object.fromEntries(new URL(request.url ?? "/", "http://localhost").searchParams);
  const challenge = await answerWebhookHandshake(context, query, channelAccountId);
  if (challenge === null) return answerProblem(response, { code: "forbidden", detail: "The verify token is not the one set here." });
  answer(response, 200, { "content-type": "text/plain" }, challenge);
}

/** null: larger than allowed. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > maxBody) {
    request.resume();
    return Promise.resolve(null);
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBody) {
        request.removeAllListeners("data");
        request.resume();
        resolve(null);
      } else chunks.push(chunk);
    });
    request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on("error", reject);
  });
}

function answer(response: ServerResponse, status: number, headers: Record<string, string>, body = ""): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

function answerProblem(response: ServerResponse, failure: Failure): void {
  const { status, title } = errorTable[failure.code];
  const body = JSON.stringify({
    type: `https://onethread.dev/problems/${failure.code}`,
    title,
    status,
    code: failure.code,
    detail: failure.detail,
    requestId: "",
  });
  answer(response, status, { "content-type": "application/problem+json" }, body);
}
