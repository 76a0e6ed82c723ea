import { type ChildProcess, spawn } from "node:child_process";
import { createConnection } from "node:net";
import path from "node:path";
import { freePort } from "@onethread/db/embedded";
import { until } from "../until.ts";

/** A Redis with an append-only file, to be killed. Nobody starts it again but who killed it. */
export type ChaosRedis = {
  url: string;
  folder: string;
  pid(): number;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** One command, as redis-cli would send it. */
  command(line: string): Promise<string>;
  stop(): Promise<void>;
};

export async function startChaosRedis(folder: string): Promise<ChaosRedis> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();

  async function start(): Promise<void> {
    const settings = ["--save", "", "--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction"];
    const started = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, ...settings], { stdio: "ignore" });
    child = started;
    ended = new Promise((resolve) => started.once("exit", () => resolve()));
    await until("Redis answers", async () => (await command("PING")).includes("PONG"), { seconds: 20 });
  }

  function command(line: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = createConnection({ port, host: "127.0.0.1" }, () => socket.write(`${line}\r\n`));
      socket.setTimeout(2000, () => socket.destroy(new Error("Redis does not answer")));
      socket.once("data", (answer) => {
        resolve(answer.toString("utf8"));
        socket.destroy();
      });
      socket.once("error", reject);
    });
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    child?.kill(signal);
    await ended;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    folder: path.join(folder, "appendonlydir"),
    pid: () => child?.pid ?? 0,
    kill: () => end("SIGKILL"),
    start,
    command,
    stop: async () => {
      child?.kill("SIGCONT");
      await end("SIGTERM");
    },
  };
}
