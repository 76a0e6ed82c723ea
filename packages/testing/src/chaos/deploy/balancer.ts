import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { sleep } from "../../until.ts";

export type Balancer = { url: string; close(): Promise<void> };

/**
 * What stands before two of everything: takes turns among those that say they are ready, asks every quarter of a
 * second, and gives a request whose connection was refused to the other one, as any balancer does. What was sent is
 * never sent again.
 */
export async function startBalancer(upstreams: readonly string[], readyPath: string): Promise<Balancer> {
  const ready = new Set(upstreams);
  let closing = false;
  const looking = Promise.all(
    upstreams.map(async (upstream) => {
      while (!closing) {
        const ok = await isReady(`${upstream}${readyPath}`);
        if (ok) ready.add(upstream);
        else ready.delete(upstream);
        await sleep(250);
      }
    }),
  );
  let turn = 0;
  const next = (without: ReadonlySet<string>): string | undefined => {
    const fit = upstreams.filter((one) => ready.has(one) && !without.has(one));
    return fit[turn++ % Math.max(1, fit.length)] ?? upstreams.find((one) => !without.has(one));
  };

  function pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse, refused: Set<string>): void {
    const upstream = next(refused);
    if (!upstream) {
      outgoing.writeHead(502).end();
      return;
    }
    const { host: _, connection: __, ...headers } = incoming.headers;
    // A connection of its own for each request: one kept open may be closed by the other side just as it is used.
    const sent = request(new URL(incoming.url ?? "/", upstream), { method: incoming.method ?? "GET", headers, agent: false }, (answer) => {
      const { connection: ___, "keep-alive": ____, ...answered } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, answered);
      answer.pipe(outgoing);
      answer.on("error", () => outgoing.destroy());
    });
    sent.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") {
        ready.delete(upstream);
        pass(incoming, body, outgoing, new Set([...refused, upstream]));
      } else if (!outgoing.headersSent) outgoing.writeHead(502).end();
      else outgoing.destroy();
    });
    outgoing.on("close", () => sent.destroy());
    sent.end(body);
  }

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => pass(incoming, Buffer.concat(chunks), outgoing, new Set()));
    incoming.on("error", () => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      closing = true;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await looking;
    },
  };
}

/** On a connection of its own: one kept open would keep a process alive that was told to end. */
function isReady(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(url, { agent: false, timeout: 2000 }, (answer) => {
      answer.resume();
      answer.on("close", () => resolve((answer.statusCode ?? 0) < 300));
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(false));
    asked.on("close", () => resolve(false));
    asked.end();
  });
}
