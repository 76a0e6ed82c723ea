import { randomBytes } from "node:crypto";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import os from "node:os";
import { freePort } from "@onethread/db/embedded";
import { createApiKey } from "@onethread/operations";
import { createWorld } from "@onethread/testing";
import { expect, it, onTestFinished } from "vitest";
import { startProcess } from "./test-process.ts";

/**
 * A deployment stops a gateway: it says it is not ready while it still answers, ends keep-alive connections and streams,
 * finishes what it began, and is gone. The gateway is a real process; the request that takes its time waits for a row
 * that the test holds.
 */
it("stops without failing a request", { timeout: 180_000 }, async () => {
  const { gateway, port, key, ask, hold } = await startGateway({ delaySeconds: 2 });
  expect((await ask("GET", "/readyz")).headers.connection).toBe("keep-alive");
  const label = JSON.parse((await ask("POST", "/api/v1/labels", { name: "Returns" })).text) as { id: string };
  const stream = await fetch(`http://127.0.0.1:${port}/live`, { headers: { authorization: `Bearer ${key}` } });
  const streamEnds = stream.text();

  const release = await hold();
  const slow = ask("PATCH", `/api/v1/labels/${label.id}`, { name: "Exchanges" });
  await new Promise((resolve) => setTimeout(resolve, 300));

  const ended = gateway.stop();
  await gateway.line((line) => line.includes("the gateway is stopping"));
  const probe = await ask("GET", "/readyz");
  expect([probe.status, probe.headers.connection]).toEqual([503, "close"]);
  expect(JSON.parse(probe.text)).toMatchObject({ ready: false, reasons: [expect.stringMatching(/^This process is stopping, since 20/)] });
  // Whoever has not noticed yet is answered all the same.
  expect((await ask("GET", "/api/v1/labels")).status).toBe(200);
  expect((await ask("GET", "/healthz")).status).toBe(200);

  await expect.poll(() => ask("GET", "/healthz").catch((error: NodeJS.ErrnoException) => error.code), { timeout: 10_000 }).toBe("ECONNREFUSED");
  await release();
  const answer = await slow;
  expect([answer.status, answer.headers.connection, JSON.parse(answer.text).name]).toEqual([200, "close", "Exchanges"]);
  expect(await streamEnds).toContain("event: resync");
  await ended;
});

it("is gone within ten seconds, though a request never ends", { timeout: 180_000 }, async () => {
  const { gateway, ask, hold } = await startGateway({ delaySeconds: 0 });
  const label = JSON.parse((await ask("POST", "/api/v1/labels", { name: "Returns" })).text) as { id: string };
  const release = await hold();
  const stuck = ask("PATCH", `/api/v1/labels/${label.id}`, { name: "Exchanges" }).catch((error: NodeJS.ErrnoException) => error.code);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const told = performance.now();
  await gateway.stop();
  expect(performance.now() - told).toBeLessThan(10_000);
  expect(await stuck).toBe("ECONNRESET");
  await release();
});

/** A gateway as a process, and a way to hold the row that changing a label waits for. */
async function startGateway({ delaySeconds }: { delaySeconds: number }) {
  const world = await createWorld();
  const port = await freePort();
  const gateway = startProcess("gateway", {
    DATABASE_URL: world.url,
    ENCRYPTION_KEYS: randomBytes(32).toString("hex"),
    AUTH_SECRET: "x".repeat(40),
    GATEWAY_PORT: String(port),
    MEDIA_FOLDER: os.tmpdir(),
    SHUTDOWN_DELAY_SECONDS: String(delaySeconds),
  });
  onTestFinished(async () => {
    await gateway.kill();
    await world.close();
  });
  await gateway.line((line) => line.includes("the gateway is up"));
  const made = await createApiKey(
    world.context,
    { kind: "system", workspaceId: world.workspaceId },
    { name: "test", scopes: ["read", "write", "admin"] },
  );
  const key = made.ok ? made.value.key : "";
  const agent = new Agent({ keepAlive: true });
  const ask = (method: string, path: string, body?: unknown) => call({ port, agent, key, method, path, body });
  /** Answers how to let go. */
  const hold = async () => {
    const holder = await world.database.ingest.connect();
    onTestFinished(() => holder.release());
    await holder.query("SET ROLE NONE");
    await holder.query("BEGIN");
    await holder.query("SELECT set_config('app.workspace_id', $1, true)", [world.workspaceId]);
    await holder.query("SET LOCAL ROLE onethread_app");
    await holder.query("UPDATE labels SET name = name");
    return () => holder.query("COMMIT");
  };
  return { gateway, port, key, ask, hold };
}

type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

function call(options: { port: number; agent: Agent; key: string; method: string; path: string; body: unknown }): Promise<Answer> {
  const { port, agent, key, method, path, body } = options;
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${key}`, ...(body ? { "content-type": "application/json" } : {}) };
    const asked = request({ host: "127.0.0.1", port, agent, method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on("error", reject);
    asked.end(body ? JSON.stringify(body) : undefined);
  });
}
