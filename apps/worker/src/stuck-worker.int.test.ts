import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { openJobs } from "@onethread/jobs";
import { webhookReceiver } from "@onethread/operations";
import { createWorld, signed, testAppSecret, type World } from "@onethread/testing";
import { describe, it, type TestContext } from "vitest";

/** A worker process that is alive but stuck ends itself; one that merely waits for somebody does not. */
const root = path.join(import.meta.dirname, "../../..");
const page = "330001";

type Stage = { world: World; worker: ChildProcess; lines: string[]; ended: Promise<number | null>; ring(): Promise<void> };

async function stage(way: "hangs" | "spins" | "works", { expect, onTestFinished }: TestContext): Promise<Stage> {
  const world = await createWorld();
  const jobs = await openJobs({ databaseUrl: world.url, onError: () => {} });
  const worker = spawn(process.execPath, ["--import", "tsx", "apps/worker/src/test-stuck-worker.ts", way], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { DATABASE_URL: world.url, ENCRYPTION_KEYS: randomBytes(32).toString("hex"), MEDIA_FOLDER: os.tmpdir() },
  });
  const lines: string[] = [];
  if (worker.stdout) createInterface({ input: worker.stdout }).on("line", (line) => lines.push(line));
  const ended = new Promise<number | null>((resolve) => worker.once("close", (code) => resolve(code)));
  onTestFinished(async () => {
    worker.kill("SIGKILL");
    await ended;
    await jobs.close();
    await world.close();
  });
  await expect.poll(() => lines.join("\n"), { timeout: 120_000 }).toContain("the worker is up");
  return { world, worker, lines, ended, ring: () => jobs.enqueue("profiles.fetch", {}) };
}

const said = (lines: string[]): string => lines.join("\n");

describe("a worker", { timeout: 180_000 }, () => {
  it("whose job never returns ends itself, and says which", async (context) => {
    const { expect } = context;
    const { lines, ended, ring } = await stage("hangs", context);
    await ring();
    expect(await ended).toBe(1);
    expect(said(lines)).toContain("profiles.fetch makes no progress: the worker ends itself");
  });

  it("whose event loop stands still is ended", async (context) => {
    const { expect } = context;
    const { lines, worker, ended, ring } = await stage("spins", context);
    await ring();
    await ended;
    expect([worker.signalCode, said(lines)]).toEqual(["SIGKILL", expect.stringContaining("the event loop stands still")]);
  });

  it("that waits for a row somebody holds is not stuck, nor one that was stopped for a while", async (context) => {
    const { expect } = context;
    const { world, worker } = await stage("works", context);
    await world.addAccount({ channel: "messenger", externalId: page });
    const receive = webhookReceiver(world.context);
    const write = (mid: string) =>
      receive(
        signed(
          {
            object: "page",
            entry: [
              {
                id: page,
                time: 1,
                messaging: [{ sender: { id: "7001" }, recipient: { id: page }, timestamp: Date.now(), message: { mid, text: mid } }],
              },
            ],
          },
          testAppSecret,
        ),
      );
    const items = async () => (await world.database.ingest.query("SELECT 1 FROM items")).rowCount;
    await write("m_1");
    await expect.poll(items, { timeout: 20_000 }).toBe(1);
    const holder = await world.database.ingest.connect();
    context.onTestFinished(() => holder.release());
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM customers FOR UPDATE");
    await write("m_2");
    // Longer than it would take silence for a standstill.
    await new Promise((resolve) => setTimeout(resolve, 7000));
    expect([worker.exitCode, worker.signalCode, await items()]).toEqual([null, null, 1]);
    await holder.query("COMMIT");
    await expect.poll(items, { timeout: 20_000 }).toBe(2);

    worker.kill("SIGSTOP");
    await new Promise((resolve) => setTimeout(resolve, 7000));
    worker.kill("SIGCONT");
    await write("m_3");
    await expect.poll(items, { timeout: 20_000 }).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect([worker.exitCode, worker.signalCode]).toEqual([null, null]);
  });

  it("that is told to stop goes within ten seconds, though a job of it hangs", async (context) => {
    const { expect } = context;
    const { worker, lines, ended, ring } = await stage("hangs", context);
    await ring();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const told = performance.now();
    worker.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(said(lines)).toContain("others take it over");
    // Ten seconds, and room for a machine that is busy with other tests.
    expect(performance.now() - told).toBeLessThan(20_000);
  });
});
