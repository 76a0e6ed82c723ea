import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Actor } from "@onethread/core";
import type { Attachment } from "@onethread/core/api";
import { forWorkspace, newId } from "@onethread/db/client";
import { readAttachment } from "@onethread/db/read";
import { insertUpload, type Upload } from "@onethread/db/write";
import type { Context } from "../context.ts";

export type FileToCopy = Pick<Upload, "kind" | "mime" | "name" | "bytes" | "sha256" | "storageKey">;

/** A copy as an upload that waits to be sent: whatever becomes of either, the other stays. null: the file is gone. */
export async function copyFile(context: Context, actor: Actor, file: FileToCopy): Promise<Attachment | null> {
  const { storage } = context.media;
  const stream = await storage.open(file.storageKey);
  if (!stream) return null;
  const id = newId();
  const storageKey = `${actor.workspaceId}/${id}`;
  const folder = await mkdtemp(path.join(os.tmpdir(), "onethread-copy-"));
  try {
    const place = path.join(folder, "file");
    await pipeline(stream, createWriteStream(place, { mode: 0o600 }));
    await storage.put(storageKey, place, file.mime);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const uploadedBy = actor.kind === "agent" ? actor.agentId : null;
  await forWorkspace(context.database, actor.workspaceId, (tx) =>
    insertUpload(tx, { ...file, workspaceId: actor.workspaceId, id, storageKey, uploadedBy, at: context.now() }),
  );
  return (await readAttachment(context.database, actor, id))?.attachment ?? null;
}
