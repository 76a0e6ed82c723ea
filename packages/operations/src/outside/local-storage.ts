import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { MediaStorage } from "./media-storage.ts";

/** Files in a folder of this machine: the default, and right for one machine. */
export function localStorage(folder: string): MediaStorage {
  const placeOf = (key: string): string => {
    if (!/^[\w-]+(\/[\w-]+)*$/.test(key)) throw new Error("not a storage key");
    return path.join(folder, key);
  };
  return {
    put: async (key, source) => {
      const place = placeOf(key);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      // Whoever reads sees the whole file or none: it is written beside its place and moved there.
      const draft = `${place}.${randomUUID()}`;
      await copyFile(source, draft);
      await rename(draft, place);
    },
    open: async (key, range) => {
      const file = await open(placeOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      return file && createReadStream("", { fd: file, autoClose: true, ...(range ?? {}) });
    },
    remove: (key) => rm(placeOf(key), { force: true }),
  };
}
