import { openDatabase } from "@onethread/db/client";
import { createWorld, startTcpProxy, type TcpProxy, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerOnce } from "./answer-once.ts";
import type { Context } from "./context.ts";

/** The database goes silent in the middle of a request, and comes back. */
let world: World;
let proxy: TcpProxy;
let context: Context;
beforeAll(async () => {
  world = await createWorld();
  const url = new URL(world.url);
  proxy = await startTcpProxy(Number(url.port));
  url.port = String(proxy.port);
  context = { ...world.context, now: () => new Date(), database: openDatabase({ url: url.href, silentAfterMs: 1500 }) };
});
afterAll(async () => {
  await context.database.close();
  await proxy.close();
  await world.close();
});

const stalled = { delayMs: 0, stalled: true };
const clear = { delayMs: 0, stalled: false };

async function ask(key: string, run: () => Promise<{ status: number; body: string }>) {
  return answerOnce(context, { kind: "system", workspaceId: world.workspaceId }, key, "POST /things {}", run);
}

/** Asks again as a client does that was told to: half a minute, which is less than a forsaken key stays taken. */
async function askAgain(key: string, run: () => Promise<{ status: number; body: string }>) {
  for (const end = Date.now() + 30_000; ; ) {
    const answer = await ask(key, run).catch(() => null);
    if (answer?.ok || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

it("lets a request be asked for again soon after it failed while the database was away", { timeout: 60_000 }, async () => {
  const failed = await ask("failed", async () => {
    proxy.weather(stalled);
    return { status: 503, body: "away" };
  });
  expect(failed).toMatchObject({ ok: true, value: { status: 503 } });
  proxy.weather(clear);
  expect(await askAgain("failed", async () => ({ status: 201, body: "done" }))).toEqual({ ok: true, value: { status: 201, body: "done" } });
});

it("tells what was done although it can't be kept yet, keeps it, and does it once", { timeout: 60_000 }, async () => {
  let runs = 0;
  const run = async () => {
    runs++;
    if (runs === 1) proxy.weather(stalled);
    return { status: 201, body: `made ${runs}` };
  };
  expect(await ask("kept", run)).toEqual({ ok: true, value: { status: 201, body: "made 1" } });
  proxy.weather(clear);
  expect(await askAgain("kept", run)).toEqual({ ok: true, value: { status: 201, body: "made 1" } });
});
