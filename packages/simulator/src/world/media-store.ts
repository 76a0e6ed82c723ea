import { createHash, createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeMediaId } from "../wire/make-id.ts";
import type { ShownMedia } from "./shown.ts";

export type MediaKind = ShownMedia["kind"];
export type MediaFile = { id: string; kind: MediaKind; mime: string; name: string; bytes: Buffer; at: number };

const idForm = /^\d{10,20}$/;
/** So many files are kept; the oldest go first. */
const kept = 2_000;

/** The files that were sent or uploaded: in memory, and in a folder when there is one. */
export class MediaStore {
  readonly #files = new Map<string, MediaFile>();
  readonly #folder: string | undefined;
  /** Signs addresses. It lives as long as the simulator: an address of before is dead, which addresses of Meta also are. */
  readonly #secret = randomBytes(16);

  constructor(folder: string | undefined) {
    this.#folder = folder;
  }

  add(file: Omit<MediaFile, "id" | "at">): MediaFile {
    const made: MediaFile = { ...file, id: makeMediaId(), at: Date.now() };
    this.#files.set(made.id, made);
    for (const id of this.#files.keys()) {
      if (this.#files.size <= kept) break;
      this.#forget(id);
    }
    if (this.#folder !== undefined) {
      mkdirSync(this.#folder, { recursive: true });
      const { bytes, ...about } = made;
      writeFileSync(join(this.#folder, `${made.id}.bin`), bytes, { mode: 0o600 });
      writeFileSync(join(this.#folder, `${made.id}.json`), JSON.stringify(about), { mode: 0o600 });
    }
    return made;
  }

  get(id: string): MediaFile | undefined {
    const known = this.#files.get(id);
    if (known || this.#folder === undefined || !idForm.test(id)) return known;
    try {
      const about = JSON.parse(readFileSync(join(this.#folder, `${id}.json`), "utf8")) as Omit<MediaFile, "bytes">;
      const file = { ...about, bytes: readFileSync(join(this.#folder, `${id}.bin`)) };
      this.#files.set(id, file);
      return file;
    } catch {
      return undefined;
    }
  }

  /** The mark that makes an address valid for a file until a time. */
  seal(id: string, until: number): string {
    return createHmac("sha256", this.#secret).update(`${id}|${until}`).digest("base64url").slice(0, 32);
  }

  #forget(id: string): void {
    this.#files.delete(id);
    if (this.#folder === undefined) return;
    for (const ending of ["bin", "json"]) rmSync(join(this.#folder, `${id}.${ending}`), { force: true });
  }
}

export const sha256Of = (file: MediaFile, as: "hex" | "base64"): string => createHash("sha256").update(file.bytes).digest(as);
