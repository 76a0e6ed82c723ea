import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AwsClient } from "aws4fetch";
import type { MediaStorage } from "./media-storage.ts";

export type S3Settings = {
  /** E.g. https://s3.eu-central-1.amazonaws.com, or the address of MinIO, R2, Garage. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Files in an S3-compatible bucket, for installations on several machines. */
export function s3Storage(settings: S3Settings): MediaStorage {
  const client = new AwsClient({ ...settings, service: "s3" });
  const address = (key: string) => `${settings.endpoint.replace(/\/$/, "")}/${settings.bucket}/${key}`;
  const must = (response: Response, what: string): void => {
    if (!response.ok) throw new Error(`the storage answered ${response.status} to ${what}`);
  };
  return {
    put: async (key, path, mime) => {
      const response = await client.fetch(address(key), { method: "PUT", body: await readFile(path), headers: { "content-type": mime } });
      must(response, "a file to keep");
      await response.body?.cancel();
    },
    open: async (key, range) => {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
      const response = await client.fetch(address(key), { headers });
      if (response.status === 404) return null;
      must(response, "a file to read");
      return response.body && Readable.fromWeb(response.body as ReadableStream);
    },
    remove: async (key) => {
      const response = await client.fetch(address(key), { method: "DELETE" });
      if (response.status !== 404) must(response, "a file to remove");
      await response.body?.cancel();
    },
  };
}
