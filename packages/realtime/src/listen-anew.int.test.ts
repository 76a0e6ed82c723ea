import { randomUUID } from "node:crypto";
import { createConnection, createServer, type Socket } from "node:net";
import { createWorld } from "@onethread/testing";
import { expect, it } from "vitest";
import { type News, openRealtime } from "./index.ts";

/** A way to Postgres that can go silent: it takes connections, and nothing comes of them. */
async function openWay(to: number) {
  let silent = false;
  let taken = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    taken++;
    client.on("error", () => {});
    open.add(client);
    if (silent) return;
    const through = createConnection({ port: to, host: "127.0.0.1" });
    through.on("error", () => {});
    client.pipe(through).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    taken: () => taken,
    silence: (now: boolean) => {
      silent = now;
      for (const one of open) one.destroy();
      open.clear();
    },
    close: () => {
      for (const one of open) one.destroy();
      server.close();
    },
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it("asks for a connection again, one at a time, as long as none comes about; and then hears everything once", { timeout: 60_000 }, async () => {
  const world = await createWorld();
  const real = new URL(world.url);
  const way = await openWay(Number(real.port));
  const bent = new URL(world.url);
  bent.port = String(way.port);
  const desk = openRealtime({ databaseUrl: bent.href, onError: () => {} });
  const worker = openRealtime({ databaseUrl: world.url, onError: () => {} });
  const heard: News[] = [];
  let gaps = 0;
  const unsubscribe = await desk.subscribe(
    (news) => heard.push(news),
    () => gaps++,
  );
  const before = way.taken();
  way.silence(true);
  await sleep(12_000);
  // An attempt lasts a second and is followed by a pause; two at once would have become hundreds by now.
  expect(way.taken() - before).toBeLessThan(20);
  way.silence(false);
  for (const end = Date.now() + 20_000; gaps === 0 && Date.now() < end; ) await sleep(50);
  expect(gaps).toBe(1);
  await sleep(2000);
  const said: News = { workspaceId: world.workspaceId, kind: "message", ids: [randomUUID()], conversationId: randomUUID() };
  await worker.publish([said]);
  await sleep(1000);
  expect(heard).toEqual([said]);
  await unsubscribe();
  await Promise.all([desk.close(), worker.close()]);
  way.close();
  await world.close();
});
