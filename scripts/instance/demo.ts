import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { root } from "./home.ts";
import { Stop } from "./say.ts";

/** The demo shop's three doors, as the simulator and the seed know them. */
export const demoAccounts = [
  { channel: "instagram", externalId: "17841400000000301", name: "Alpaca & Co", username: "alpaca.and.co" },
  { channel: "whatsapp", externalId: "410000000000101", name: "Alpaca & Co", wabaId: "210000000000101", displayPhoneNumber: "+44 20 7946 0182" },
  { channel: "messenger", externalId: "310000000000201", name: "Alpaca & Co" },
] as const;

export type MadeDemo = {
  workspaceId: string;
  email: string;
  password: string;
  apiKey: string;
  channelAccounts: { id: string; channel: string; externalId: string; name: string }[];
};

const madeFile = (home: string) => path.join(home, "demo-workspace.json");

/** What the seed made; null before it has finished. */
export const readDemo = (home: string): MadeDemo | null =>
  existsSync(madeFile(home)) ? (JSON.parse(readFileSync(madeFile(home), "utf8")) as MadeDemo) : null;

/** A seed that was interrupted is begun again on an empty database: half a story helps nobody. */
export async function dropUnfinishedDemo(home: string, databaseUrl: string): Promise<void> {
  if (readDemo(home)) return;
  rmSync(path.join(home, "simulator-state.json"), { force: true });
  const server = new URL(databaseUrl);
  const name = server.pathname.slice(1);
  server.pathname = "/postgres";
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}

/** Runs the seed once per instance and passes its progress on. */
export async function runSeed(home: string, env: Record<string, string | undefined>, say: (text: string) => void): Promise<void> {
  if (readDemo(home)) return;
  const file = madeFile(home);
  const child = spawn(process.execPath, ["--import", "tsx", "prisma/seed/main.ts"], {
    cwd: root,
    env: { ...env, SEED_FILE: file } as NodeJS.ProcessEnv,
  });
  const problems: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => {
    for (const line of chunk.toString("utf8").split("\n").filter(Boolean)) say(`      ${line}`);
  });
  child.stderr.on("data", (chunk: Buffer) => problems.push(chunk));
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Stop(`The demo workspace could not be filled:\n${Buffer.concat(problems).toString("utf8").slice(-2000)}`);
}
