import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** One send as the platform saw it. */
export type GraphSend = { account: string; text: string; reference: string | null; recipient: string; externalId: string };

export type FakeGraph = {
  url: string;
  sends: readonly GraphSend[];
  close(): Promise<void>;
};

/**
 * What stands in for Meta's Graph API while processes are killed: takes every message, and remembers how often. `onSend`
 * hears of each, for the receipts that follow.
 */
export async function startFakeGraph(onSend: (send: GraphSend) => void): Promise<FakeGraph> {
  const sends: GraphSend[] = [];
  const server = createServer((request, response) => {
    const answer = (status: number, content: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
    void readJson(request).then((body) => {
      const account = /^\/v[\d.]+\/([^/?]+)/.exec(request.url ?? "")?.[1] ?? "";
      if (request.method === "GET") return answer(200, { id: account, name: "A shop", data: [] });
      const text = body.text?.body ?? body.message?.text;
      if (text === undefined) return answer(200, { success: true });
      const externalId = `${body.text ? "wamid" : "m"}.sent.${sends.length}`;
      const recipient = String(body.to ?? body.recipient?.id ?? "");
      const send = { account, text, reference: body.biz_opaque_callback_data ?? body.message?.metadata ?? null, recipient, externalId };
      sends.push(send);
      onSend(send);
      // As long as the platform thinks, somebody may be killed.
      setTimeout(() => answer(200, body.text ? { messages: [{ id: externalId }] } : { recipient_id: recipient, message_id: externalId }), 20);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sends,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

type Sent = {
  to?: string;
  recipient?: { id?: string };
  text?: { body?: string };
  message?: { text?: string; metadata?: string };
  biz_opaque_callback_data?: string;
};

/** A caller that is killed in the middle leaves half a body, or none. */
async function readJson(request: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return JSON.parse(Buffer.concat(chunks).toString("utf8")) as Sent;
  } catch {
    return {};
  }
}
