import { createWriteStream } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { fail, type Result } from "@onethread/core";
import type { UploadedFile } from "@onethread/operations";
import type { Context as HonoContext } from "hono";

/** Writes the one file of a multipart body to `target`, as it comes in, up to `maxBytes`. */
export async function receiveFile(c: HonoContext, target: string, maxBytes: number): Promise<Result<UploadedFile>> {
  const { body } = c.req.raw;
  const type = c.req.header("content-type") ?? "";
  if (!body || !type.startsWith("multipart/form-data")) return fail("malformed_body", "Send multipart/form-data with one part named file.");
  let file: UploadedFile | undefined;
  let tooLarge = false;
  const written: Promise<void>[] = [];
  try {
    const form = new Busboy({
      headers: { "content-type": type } as IncomingHttpHeaders & { "content-type": string },
      limits: { files: 1, fields: 10, fileSize: maxBytes, fieldSize: 1000 },
    });
    form.on("file", (field, stream, filename, _encoding, mime) => {
      if (field !== "file") return void stream.resume();
      file = { path: target, name: filename || null, mime: mime || null };
      stream.on("limit", () => {
        tooLarge = true;
      });
      written.push(pipeline(stream, createWriteStream(target, { mode: 0o600 })));
    });
    await pipeline(Readable.fromWeb(body as unknown as ReadableStream), form);
    await Promise.all(written);
  } catch {
    return fail("malformed_body", "The multipart body can't be read.");
  }
  if (tooLarge) return fail("body_too_large", `A file has at most ${Math.floor(maxBytes / 1024 / 1024)} MB.`);
  return file ? { ok: true, value: file } : fail("invalid_request", "There is no file.", { errors: [{ pointer: "/file", detail: "is missing" }] });
}
