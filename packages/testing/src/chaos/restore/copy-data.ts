import { spawn } from "node:child_process";
import { chownSync, writeFileSync } from "node:fs";
import { postgresUser } from "@onethread/db/embedded";

/**
 * Copies a folder with its owners and times, without holding up whoever sends meanwhile. A file that vanishes under way
 * is no error: a running Postgres removes some, and what it needs of them is in its log.
 */
export async function copyData(from: string, to: string): Promise<void> {
  const child = spawn("cp", ["-a", "--reflink=auto", `${from}/.`, to], { env: { ...process.env, LC_ALL: "C" } });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const grave = said.split("\n").filter((line) => line && !line.includes("No such file or directory"));
  if (code !== 0 && grave.length > 0) throw new Error(`${from} could not be copied: ${grave[0]}`);
}

/** A file that Postgres may read and remove, whoever it runs as. */
export function writeForPostgres(file: string, text: string): void {
  writeFileSync(file, text);
  giveToPostgres(file);
}

/** Hands a file or folder to the user that Postgres runs as. */
export function giveToPostgres(file: string): void {
  const user = postgresUser();
  if (user) chownSync(file, user.uid, user.gid);
}
