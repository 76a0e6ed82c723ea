import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A disk in a file. What a process has written and never flushed is in memory only, and a copy of the file does not have it. */
export type CrashDisk = {
  /** As it would be found after the power failed now: mounted at this folder. Whoever writes to it must stand still meanwhile. */
  cut(at: string): Promise<void>;
  /** Throws away what was found. */
  release(at: string): void;
  close(): void;
};

const megabytes = 4096;
/** Flushed when somebody asks for it, not by the clock: the file does not change while it is being copied. Seconds. */
const options = "loop,commit=600";
const control = "never-flushed";

/** Mounts a disk of its own at an empty folder. null: that can't be done here (no root, no loop devices). */
export function openCrashDisk(folder: string): CrashDisk | null {
  const image = `${folder}.disk`;
  const mount = (from: string, at: string) => spawnSync("mount", ["-o", options, from, at]).status === 0;
  mkdirSync(folder, { recursive: true });
  writeFileSync(image, "");
  truncateSync(image, megabytes * 1024 * 1024);
  const made = spawnSync("mkfs.ext4", ["-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", image]).status === 0;
  if (!made || !mount(image, folder)) {
    rmSync(image);
    return null;
  }
  rmdirSync(path.join(folder, "lost+found"));
  return {
    cut: async (at) => {
      writeFileSync(path.join(folder, control), "x");
      const child = spawn("cp", ["--sparse=always", image, `${at}.disk`]);
      const code = await new Promise((resolve) => child.once("close", resolve));
      rmSync(path.join(folder, control));
      mkdirSync(at, { recursive: true });
      if (code !== 0 || !mount(`${at}.disk`, at)) throw new Error("the disk of after the power cut can't be read");
      if (existsSync(path.join(at, control))) throw new Error("what was never flushed survived: this is no power cut, and proves nothing");
    },
    release: (at) => {
      spawnSync("umount", ["-l", at]);
      rmSync(`${at}.disk`, { force: true });
    },
    close: () => {
      spawnSync("umount", ["-l", folder]);
      rmSync(image, { force: true });
    },
  };
}
