import { spawn } from "node:child_process";
import path from "node:path";
import { ensureDatabase, prepareRoles } from "@onethread/db/client";
import { root } from "./home.ts";
import { Stop } from "./say.ts";

/** Makes the database and its roles where they are missing, then runs `prisma migrate deploy`. */
export async function migrateDatabase(url: string): Promise<void> {
  try {
    await ensureDatabase(url);
    await prepareRoles(url);
  } catch (error) {
    throw new Stop(`The database could not be prepared: ${(error as Error).message}`);
  }
  const prisma = path.join(root, "node_modules/prisma/build/index.js");
  const child = spawn(process.execPath, [prisma, "migrate", "deploy"], { cwd: root, env: { ...process.env, DATABASE_URL: url } });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve) => child.once("exit", resolve));
  const text = Buffer.concat(output).toString("utf8");
  // The engine's death is silent and exits 0: only its own last words prove that it ran.
  if (code !== 0 || !/successfully applied|No pending migrations/.test(text)) throw new Stop(`The migrations failed:\n${text.slice(-2000)}`);
}
