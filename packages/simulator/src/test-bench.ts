import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SimulatorConfig } from "./config.ts";
import { type RunningSimulator, startSimulator } from "./start-simulator.ts";

type Received = { raw: string; signature: string | undefined };

/** A simulator and a webhook endpoint that keeps what it gets: for tests. */
export class TestBench {
  received: Received[] = [];
  /** What the endpoint answers next; 200 when there is nothing. */
  answers: number[] = [];
  readonly config: SimulatorConfig;
  #running: RunningSimulator | undefined;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.config = {
      webhookUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/meta`,
      appSecret: "secret",
      verifyToken: "verify",
      appId: "902277410365518",
      accounts: [
        { channel: "whatsapp", externalId: "66", name: "Shop", wabaId: "55", displayPhoneNumber: "+44 20 7946 0182" },
        { channel: "messenger", externalId: "900", name: "Shop" },
        { channel: "instagram", externalId: "800", name: "Shop", username: "shop" },
      ],
      stateFile: join(mkdtempSync(join(tmpdir(), "simulator-")), "state.json"),
    };
  }

  static async start(): Promise<TestBench> {
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    const bench = new TestBench(server);
    bench.#listen();
    await bench.restart();
    return bench;
  }

  /** Stops the simulator and starts it again from what it saved. */
  async restart(): Promise<void> {
    await this.#running?.close();
    this.#running = await startSimulator(this.config, { sender: { backoff: [5] } });
  }

  get running(): RunningSimulator {
    if (!this.#running) throw new Error("The simulator is not running.");
    return this.#running;
  }

  async close(): Promise<void> {
    await this.#running?.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => void this.#server.close(resolve));
  }

  async api<T = Record<string, unknown>>(path: string, body?: unknown): Promise<T> {
    const headers = { "content-type": "application/json" };
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body), headers };
    return (await (await fetch(`${this.running.url}/simulator/api/${path}`, init)).json()) as T;
  }

  /** A call to the Graph API as the product makes it. */
  graph(path: string, body: unknown, headers: Record<string, string> = {}, base = this.running.graphUrl): Promise<Response> {
    return fetch(`${base}/v25.0/${path}`, {
      method: "POST",
      headers: { authorization: "Bearer token", "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Maya writes to an account. */
  write(accountId: string, text = "hi", more: object = {}): Promise<{ externalId: string; delivered: boolean }> {
    return this.api("messages", { personId: maya.id, accountId, text, ...more });
  }

  all(pattern: RegExp): Received[] {
    return this.received.filter(({ raw }) => pattern.test(raw));
  }

  #listen(): void {
    this.#server.on("request", (request, response) => {
      const url = new URL(request.url ?? "/", "http://x");
      if (request.method === "GET") return void response.end(url.searchParams.get("hub.challenge"));
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const status = this.answers.shift() ?? 200;
        const signature = request.headers["x-hub-signature-256"] as string | undefined;
        if (status === 200) this.received.push({ raw: Buffer.concat(chunks).toString(), signature });
        response.writeHead(status).end();
      });
    });
  }
}

export const maya = {
  id: "maya",
  name: "Maya Trent",
  phone: "447700900461",
  bsuid: "GB.48120957316604",
  psid: "7001",
  igsid: "8001",
};

/** Bodies of sends. */
export const whatsapp = (text: string, to = "+447700900461") => ({
  messaging_product: "whatsapp",
  to,
  type: "text",
  text: { body: text },
  biz_opaque_callback_data: "msg-1",
});
export const messenger = (text: string, id = maya.psid) => ({
  recipient: { id },
  messaging_type: "RESPONSE",
  message: { text, metadata: "msg-1" },
});
export const instagram = (text: string) => ({
  recipient: { id: maya.igsid },
  messaging_type: "RESPONSE",
  message: { text },
});

/** Waits for something that happens soon. */
export async function until<T>(read: () => T | undefined | false): Promise<T> {
  for (let i = 0; i < 300; i++) {
    const value = read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It did not happen.");
}
