import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Channel, type PlatformCall, type PlatformResponse, toTypeId } from "@onethread/core";
import { type Database, newId, openDatabase, secretBox } from "@onethread/db/client";
import { type Context, DownloadFailed, type DownloadMedia, localStorage, mediaHosts, publicLinks, visitorTokens } from "@onethread/operations";
import type { News } from "@onethread/realtime";
import { inject } from "vitest";
import { cloneDatabase } from "./postgres.ts";

export const testAppSecret = "test-app-secret";

/** A database, a workspace and a context for verbs: everything real but the network to the platforms, which is handed in. */
export type World = {
  url: string;
  database: Database;
  context: Context;
  workspaceId: string;
  /** Jobs that were rung for, in order. */
  rung: { name: string; payload: unknown }[];
  logs: Record<string, unknown>[];
  news: News[];
  /** Calls to platforms, answered by `answer`. */
  calls: { call: PlatformCall; accessToken: string }[];
  answer: (call: PlatformCall) => Promise<PlatformResponse>;
  /** Files of platforms, served by the test. */
  download: DownloadMedia;
  clock: { now: Date };
  addAccount(input: {
    channel: Channel;
    externalId: string;
    workspaceId?: string;
    settings?: Record<string, unknown>;
    name?: string;
    accessToken?: boolean;
  }): Promise<{ id: string; typeId: string }>;
  addWorkspace(name?: string): Promise<string>;
  close(): Promise<void>;
};

export async function createWorld(): Promise<World> {
  const cloned = await cloneDatabase(inject("templateUrl"));
  const database = openDatabase({ url: cloned.url });
  const secrets = secretBox([randomBytes(32)]);
  const clock = { now: new Date() };
  const mediaFolder = mkdtempSync(path.join(os.tmpdir(), "onethread-test-media-"));
  const world = { url: cloned.url, database, rung: [], logs: [], news: [], calls: [], clock } as unknown as World;
  world.context = {
    database,
    secrets,
    jobs: {
      enqueue: async (name, payload) => void world.rung.push({ name, payload }),
      insist: async (name, payload) => void world.rung.push({ name, payload }),
    },
    realtime: { publish: async (news) => void world.news.push(...news), nudge: async () => {} },
    callPlatform: async (call, accessToken) => {
      world.calls.push({ call, accessToken });
      return world.answer(call);
    },
    now: () => clock.now,
    randomBytes: (count) => randomBytes(count),
    log: {
      info: () => {},
      warn: (fields, message) => world.logs.push({ ...fields, message }),
      error: (fields, message) => world.logs.push({ ...fields, message }),
    },
    meta: { appSecrets: [testAppSecret], verifyTokens: ["test-verify"], appIds: ["1234567890"], simulated: true },
    media: {
      mayFetch: mediaHosts({ facebook: "https://graph.facebook.com", instagram: "https://graph.instagram.com" }),
      // Nothing leaves the machine in tests: a platform's file is whatever the test serves.
      download: (address, headers) => world.download(address, headers),
      storage: localStorage(mediaFolder),
      links: publicLinks("https://desk.example.com", randomBytes(32)),
    },
    visitorTokens: visitorTokens([randomBytes(32)]),
  };
  world.download = () => Promise.reject(new DownloadFailed("unreachable"));
  world.answer = async () => ({ status: 500, headers: {}, body: null });
  world.addWorkspace = async (name = "Test") => {
    const id = newId();
    await owner(cloned.url, (query) =>
      query("INSERT INTO workspaces (id, name, operator) VALUES ($1, $2, NOT EXISTS (SELECT 1 FROM workspaces))", [id, name]),
    );
    return id;
  };
  world.workspaceId = await world.addWorkspace();
  world.addAccount = async ({ channel, externalId, workspaceId = world.workspaceId, settings = {}, name = externalId, accessToken = true }) => {
    const id = newId();
    const sealed = accessToken
      ? secrets.seal(`token-${externalId}`, { workspaceId, table: "channel_accounts", rowId: id, column: "access_token" })
      : null;
    await database.ingest.query(
      "INSERT INTO channel_accounts (workspace_id, id, channel, external_id, name, settings, state, access_token, first_webhook_at) VALUES ($1, $2, $3, $4, $5, $6, 'active', $7, now())",
      [workspaceId, id, channel, externalId, name, JSON.stringify(settings), sealed],
    );
    return { id, typeId: toTypeId("channelAccount", id) };
  };
  world.close = async () => {
    await database.close();
    await cloned.drop();
    rmSync(mediaFolder, { recursive: true, force: true });
  };
  return world;
}

async function owner(
  url: string,
  work: (query: (sql: string, values: unknown[]) => Promise<unknown>) => Promise<undefined | unknown>,
): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work((sql, values) => client.query(sql, values));
  } finally {
    await client.end();
  }
}
