import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { News } from "@onethread/realtime";
import { until } from "@onethread/testing";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import type { Variables } from "../http/services.ts";
import { openPresence } from "../presence.ts";
import { liveRoutes } from "./live.ts";

const workspaceId = "01a21189-f11a-71b7-9b84-71446b541dd1";
const other = "01a21189-f11a-71b7-9b84-71446b541dd2";
/** More than the kernel takes for a client that does not read: some 3 MB between two processes of one machine. */
const flood: News = { workspaceId, kind: "label", ids: Array.from({ length: 2000 }, () => workspaceId) };

it("a client that does not read is reset while the others hear everything", { timeout: 20_000 }, async () => {
  const { publish, open, connections } = await serveLive({});
  const reader = open(workspaceId);
  const deaf = open(workspaceId, { reads: false });
  await until("both are connected", () => connections() === 2);
  for (let told = 0; connections() === 2 && told < 400; told++) {
    publish([flood]);
    await until("the reader has it", () => reader.text().split("event: changed").length > told + 1, { every: 1 });
  }
  expect([connections(), reader.error()]).toEqual([1, null]);
  // What came is cut off: nobody can take it for all there was.
  deaf.socket.resume();
  await until("it is told", () => deaf.socket.destroyed);
  expect(deaf.text()).toMatch(/^HTTP/);
  expect(deaf.text()).not.toMatch(/0\r\n\r\n$/);
});

it("a client that has not taken one heartbeat when the next is due is reset", { timeout: 20_000 }, async () => {
  const { publish, open, connections, dropped } = await serveLive({ heartbeatMs: 100 });
  open(workspaceId, { reads: false });
  const reader = open(other);
  await until("both are connected", () => connections() === 2);
  // So slowly that what it leaves unread between two beats is not yet too much.
  const fill = () => {
    if (connections() === 2) publish([{ ...flood, ids: flood.ids.slice(0, 200) }]);
    return connections() === 1;
  };
  await until("its connection is full, and soon it is gone", fill, { every: 4 });
  expect(dropped).toEqual([{ workspaceId, waiting: expect.any(Number) }]);
  expect(dropped[0]?.waiting).toBeLessThan(500_000);
  const beats = () => reader.text().split(": heartbeat").length;
  const before = beats();
  await until("who reads has its heart beat on", () => beats() > before + 3);
});

it("tells a business its own news, many of one moment together, after a word on when to come back", async () => {
  const { publish, gap, open, connections, close } = await serveLive({});
  const [own, others] = [open(workspaceId), open(other)];
  await until("both are connected", () => connections() === 2);
  publish([
    { workspaceId, kind: "label", ids: [] },
    { workspaceId: other, kind: "queue", ids: [] },
    { workspaceId, kind: "agent", ids: [] },
  ]);
  gap();
  await until("all has come", () => [own, others].every(({ text }) => text().split("event: resync").length === 3));
  const events = (text: string) => text.match(/^(event|data): .*$/gm);
  expect(events(own.text())).toEqual([
    ...["event: resync", "data: {}", "event: changed", 'data: {"kind":"label","ids":[]}', "event: changed", 'data: {"kind":"agent","ids":[]}'],
    ...["event: resync", "data: {}"],
  ]);
  expect(events(others.text())?.[3]).toBe('data: {"kind":"queue","ids":[]}');
  expect(own.text()).toMatch(/^retry: [1-9]\d{2,3}$/m);
  expect(own.text()).toContain("x-request-id: request");
  await close();
  await until("its end is said", () => own.text().endsWith("0\r\n\r\n"));
});

it("tells an agent alone what is theirs alone", async () => {
  const { publish, open, connections } = await serveLive({});
  const [ada, grace, key] = [open(workspaceId, { agent: "ada" }), open(workspaceId, { agent: "grace" }), open(workspaceId)];
  await until("all are connected", () => connections() === 3);
  publish([
    { workspaceId, kind: "draft", ids: [], agentId: "ada" },
    { workspaceId, kind: "label", ids: [] },
  ]);
  await until("all has come", () => [ada, grace, key].every(({ text }) => text().includes('"label"')));
  await until("hers has come", () => ada.text().includes('data: {"kind":"draft","ids":[]}'));
  for (const other of [grace, key]) expect(other.text()).not.toContain("draft");
});

const pickDropped = (line: string) => {
  const { workspaceId: whose, waiting } = JSON.parse(line) as { workspaceId: string; waiting: number };
  return { workspaceId: whose, waiting };
};

type Heard = { socket: Socket; text(): string; error(): string | null };

/** The route alone, on a port of its own, over news that the test tells. */
async function serveLive(options: Parameters<typeof liveRoutes>[2]) {
  let tell: (news: News) => void = () => {};
  let gap = () => {};
  const nothing = async () => {};
  const realtime = {
    publish: nothing,
    subscribe: async (listener: typeof tell, onGap: typeof gap) => {
      tell = listener;
      gap = onGap;
      return nothing;
    },
    check: nothing,
    nudge: nothing,
    onNudge: async () => nothing,
    close: nothing,
  };
  const app = new OpenAPIHono<{ Variables: Variables }>();
  app.use("*", async (c, next) => {
    c.set("requestId", "request");
    const workspaceId = c.req.query("workspace") ?? "";
    const agentId = c.req.query("agent");
    c.set("actor", agentId ? { kind: "agent", workspaceId, agentId, name: "A", role: "agent" } : { kind: "system", workspaceId });
    await next();
  });
  const dropped: { waiting: number }[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void dropped.push(pickDropped(line)) });
  const live = await liveRoutes(app, { realtime, log, presence: openPresence(realtime) }, options);
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sockets: Socket[] = [];
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await live.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    publish: (news: News[]) => news.forEach(tell),
    gap: () => gap(),
    dropped,
    connections: live.connections,
    close: live.close,
    open: (workspace: string, { reads = true, agent = "" } = {}): Heard => {
      const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
      let text = "";
      let error: string | null = null;
      sockets.push(socket);
      socket.on("error", (failed: NodeJS.ErrnoException) => {
        error = failed.code ?? failed.message;
      });
      socket.on("data", (chunk) => {
        text += chunk.toString("utf8");
      });
      if (!reads) socket.pause();
      socket.write(`GET /live?workspace=${workspace}&agent=${agent} HTTP/1.1\r\nhost: here\r\n\r\n`);
      return { socket, text: () => text, error: () => error };
    },
  };
}
