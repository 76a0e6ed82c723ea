import { createHash } from "node:crypto";
import { lookup as lookUpName } from "node:dns";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import http from "node:http";
import https from "node:https";
import { BlockList, isIPv6, type LookupFunction } from "node:net";
import os from "node:os";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A file on this machine; `discard` removes it. */
export type Download = { path: string; bytes: number; sha256: string; mime: string | null; discard(): Promise<void> };

/** Why a download came to nothing. `gone`: the address is not valid any more; another one may be. */
export class DownloadFailed extends Error {
  constructor(
    readonly reason: "gone" | "too_large" | "not_allowed" | "unreachable" | "refused",
    readonly status: number | null = null,
  ) {
    super(reason);
  }
}

/** WhatsApp's documents are the largest thing a platform passes on: 100 MB (media reference, 2026). */
const maxBytes = 100 * 1024 * 1024;
/** Silence longer than this ends a download. Milliseconds. */
const idleMs = 30_000;
const maxRedirects = 3;

/** Addresses inside our own house: a platform's host name that leads there is somebody's trick. */
const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  inside.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  inside.addSubnet(net, bits, "ipv6");

const isInside = (address: string): boolean =>
  isIPv6(address)
    ? inside.check(address, "ipv6") || (/^::ffff:/i.test(address) && inside.check(address.slice(7), "ipv4"))
    : inside.check(address, "ipv4");

/** The name is looked up once and that very address is used: a second look-up could lead elsewhere. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookUpName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const outside = addresses.filter((one) => !isInside(one.address));
    const [first] = outside;
    if (!first) return callback(new DownloadFailed("not_allowed"), "", 0);
    if (options.all) return callback(null, outside);
    callback(null, first.address, first.family);
  });
};

export type DownloadMedia = (address: string, headers?: Record<string, string>) => Promise<Download>;

/**
 * Fetches a file from a platform. `mayFetch` decides on every address on the way, redirects too. `trusted`: origins that
 * may lie inside our own house (what stands in for the platform). Rejects with `DownloadFailed`.
 */
export function mediaDownloader(mayFetch: (address: string) => boolean, trusted: ReadonlySet<string>): DownloadMedia {
  return async (address, headers = {}) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "onethread-media-"));
    const file = path.join(folder, "file");
    const discard = () => rm(folder, { recursive: true, force: true });
    try {
      const response = await follow(address, headers);
      const hash = createHash("sha256");
      let bytes = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          hash.update(chunk);
          done(bytes > maxBytes ? new DownloadFailed("too_large") : null, chunk);
        },
      });
      await pipeline(response, measure, createWriteStream(file, { mode: 0o600 }));
      const { size } = await stat(file);
      return { path: file, bytes: size, sha256: hash.digest("hex"), mime: response.headers["content-type"] ?? null, discard };
    } catch (error) {
      await discard();
      throw error instanceof DownloadFailed ? error : new DownloadFailed("unreachable");
    }
  };

  async function follow(address: string, headers: Record<string, string>, hops = 0): Promise<http.IncomingMessage> {
    if (!mayFetch(address)) throw new DownloadFailed("not_allowed");
    const response = await get(new URL(address), headers);
    const status = response.statusCode ?? 0;
    if (status === 200) return response;
    response.resume();
    if (status >= 300 && status < 400 && response.headers.location && hops < maxRedirects) {
      const next = new URL(response.headers.location, address);
      // A token is for the host that asked for it.
      return follow(next.href, next.origin === new URL(address).origin ? headers : {}, hops + 1);
    }
    throw new DownloadFailed(status === 401 || status === 403 || status === 404 || status === 410 ? "gone" : "refused", status);
  }

  function get(url: URL, headers: Record<string, string>): Promise<http.IncomingMessage> {
    const client = url.protocol === "http:" ? http : https;
    // A literal address is not looked up, so it is judged here.
    const literal = url.hostname.replaceAll(/[[\]]/g, "");
    if (!trusted.has(url.origin) && /^[\d.]+$|:/.test(literal) && isInside(literal)) throw new DownloadFailed("not_allowed");
    return new Promise((resolve, reject) => {
      const request = client.get(url, { headers, ...(trusted.has(url.origin) ? {} : { lookup: guardedLookup }) }, resolve);
      request.setTimeout(idleMs, () => request.destroy(new DownloadFailed("unreachable")));
      request.on("error", reject);
    });
  }
}
