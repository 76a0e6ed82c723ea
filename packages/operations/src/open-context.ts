import { randomBytes } from "node:crypto";
import { openDatabase, secretBox } from "@onethread/db/client";
import { type Jobs, openJobs } from "@onethread/jobs";
import { openRealtime, type Realtime } from "@onethread/realtime";
import type { Context, Log, Media, MetaSettings } from "./context.ts";
import { publicLinks } from "./media/public-link.ts";
import { type PlatformHosts, platformCaller } from "./outside/call-platform.ts";
import { askTime, databaseClock } from "./outside/database-clock.ts";
import { mediaDownloader } from "./outside/download-media.ts";
import { localStorage } from "./outside/local-storage.ts";
import { mediaHosts } from "./outside/media-hosts.ts";
import { type S3Settings, s3Storage } from "./outside/s3-storage.ts";
import { visitorTokens } from "./visitor/visitor-tokens.ts";

export type ContextOptions = {
  databaseUrl: string;
  redisUrl?: string | undefined;
  /** 32-byte keys as hex; the first seals, all open. */
  encryptionKeys: readonly string[];
  hosts: PlatformHosts;
  meta: MetaSettings;
  /** Where people and platforms reach this instance. */
  publicUrl: string;
  /** A folder of this machine, or a bucket. */
  media: { folder: string } | { s3: S3Settings };
  log: Log;
  appConnections?: number;
  ingestConnections?: number;
  entranceConnections?: number;
  onStatement?: (ending: Promise<unknown>) => void;
};

export type OpenContext = { context: Context; jobs: Jobs; realtime: Realtime; close(): Promise<void> };

/** Opens everything verbs work with, from a process' settings. */
export async function openContext(options: ContextOptions): Promise<OpenContext> {
  const { databaseUrl, redisUrl, log } = options;
  const onError = (where: string) => (error: Error) => log.warn({ where, error: error.message }, "a connection failed");
  const { appConnections, ingestConnections, entranceConnections } = options;
  const database = openDatabase({
    url: databaseUrl,
    onError: onError("database"),
    onStatement: options.onStatement,
    ...(appConnections ? { appConnections } : {}),
    ...(ingestConnections ? { ingestConnections } : {}),
    ...(entranceConnections ? { entranceConnections } : {}),
  });
  const jobs = await openJobs({ databaseUrl, redisUrl, onError: onError("jobs") });
  const realtime = openRealtime({ databaseUrl, redisUrl, onError: onError("realtime") });
  const clock = await databaseClock({ ask: askTime(database), log });
  const context: Context = {
    database,
    jobs,
    realtime,
    secrets: secretBox(options.encryptionKeys.map((key) => Buffer.from(key, "hex"))),
    callPlatform: platformCaller(options.hosts),
    now: clock.now,
    randomBytes: (count) => randomBytes(count),
    log,
    meta: options.meta,
    media: openMedia(options),
    visitorTokens: visitorTokens(options.encryptionKeys.map((key) => Buffer.from(key, "hex"))),
  };
  return {
    context,
    jobs,
    realtime,
    close: async () => {
      clock.stop();
      await jobs.close();
      await realtime.close();
      await database.close();
    },
  };
}

function openMedia({ hosts, media, publicUrl, encryptionKeys: [key = ""] }: ContextOptions): Media {
  const mayFetch = mediaHosts(hosts);
  // What stands in for the platform may lie on this machine; the platform itself never does.
  const trusted = new Set(Object.values(hosts).map((host) => new URL(host).origin));
  const storage = "folder" in media ? localStorage(media.folder) : s3Storage(media.s3);
  return { mayFetch, storage, download: mediaDownloader(mayFetch, trusted), links: publicLinks(publicUrl, Buffer.from(key, "hex")) };
}
