import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What a stream brings, as a file on this machine; `discard` removes it. `sha256` in hex. */
export async function keepForAWhile(stream: Readable): Promise<{ path: string; bytes: number; sha256: string; discard(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "onethread-file-"));
  const discard = () => rm(folder, { recursive: true, force: true });
  const hash = createHash("sha256");
  let bytes = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const place = path.join(folder, "file");
  try {
    await pipeline(stream, measured, createWriteStream(place, { mode: 0o600 }));
  } catch (error) {
    await discard();
    throw error;
  }
  return { path: place, bytes, sha256: hash.digest("hex"), discard };
}
