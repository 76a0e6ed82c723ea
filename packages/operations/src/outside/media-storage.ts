import type { Readable } from "node:stream";

/** Part of a file, both ends included. Bytes. */
export type ByteRange = { start: number; end: number };

/** Where files of customers and the business are kept. Keys are ours: letters, digits, dashes and slashes. */
export type MediaStorage = {
  /** Keeps a file that lies at `path` on this machine. The same key again replaces it. */
  put(key: string, path: string, mime: string): Promise<void>;
  /** null: there is no such file. */
  open(key: string, range?: ByteRange): Promise<Readable | null>;
  /** Nothing happens when it is gone already. */
  remove(key: string): Promise<void>;
};
