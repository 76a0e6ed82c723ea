import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { type Actor, fail, ok, type Result, storable } from "@onethread/core";
import type { Attachment } from "@onethread/core/api";
import { forWorkspace, newId } from "@onethread/db/client";
import { readAttachment } from "@onethread/db/read";
import { insertUpload } from "@onethread/db/write";
import { allow, type Context } from "./context.ts";
import { readFileType } from "./media/file-type.ts";

export type UploadedFile = { path: string; name: string | null; mime: string | null };

/**
 * Keeps a file to be sent later. What it is, its content says; what no browser should run is kept as a plain file. It
 * is thrown away after a day when no message takes it.
 */
export async function uploadAttachment(context: Context, actor: Actor, file: UploadedFile): Promise<Result<Attachment>> {
  const refused = allow(actor, "reply");
  if (refused) return refused;
  const { size } = await stat(file.path);
  if (size === 0) return fail("invalid_request", "The file is empty.", { errors: [{ pointer: "/file", detail: "is empty" }] });
  const type = await readFileType(file.path, file.mime);
  const id = newId();
  const { workspaceId } = actor;
  const storageKey = `${workspaceId}/${id}`;
  await context.media.storage.put(storageKey, file.path, type.mime);
  await forWorkspace(context.database, workspaceId, async (tx) =>
    insertUpload(tx, {
      workspaceId,
      id,
      kind: kindOf(type.mime),
      mime: type.mime,
      name: file.name && storable(file.name).slice(0, 240),
      bytes: size,
      sha256: await digestOf(file.path),
      storageKey,
      uploadedBy: actor.kind === "agent" ? actor.agentId : null,
      at: context.now(),
    }),
  );
  const stored = await readAttachment(context.database, actor, id);
  return stored ? ok(stored.attachment) : fail("not_found", "The file is gone.");
}

const kindOf = (mime: string): "image" | "video" | "audio" | "file" => {
  const family = mime.split("/")[0];
  return family === "image" || family === "video" || family === "audio" ? family : "file";
};

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
