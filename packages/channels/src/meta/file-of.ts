import type { SendRequest, SentFile } from "@onethread/core";

/** The file a content names. The caller hands in every file a content needs, so a missing one is its bug. */
export function fileOf(files: SendRequest["files"], attachmentId: string): SentFile {
  const file = files.get(attachmentId);
  if (!file) throw new Error("a file of the message was not handed in");
  return file;
}
