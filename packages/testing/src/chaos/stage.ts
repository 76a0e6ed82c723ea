import { type Actor, type Channel, scopes } from "@onethread/core";
import { newId } from "@onethread/db/client";
import { connectChannel, createApiKey, type OpenContext, openContext } from "@onethread/operations";
import type { Chance } from "./chance.ts";
import { type FakeGraph, type GraphSend, startFakeGraph } from "./fake-graph.ts";
import { type Instance, type InstanceOptions, startInstance } from "./instance.ts";
import type { TrafficAccount } from "./traffic/fact.ts";

export type StageWorkspace = { id: string; canary: string; apiKey: string; accounts: TrafficAccount[] };

/** An installation with two businesses, each on all three channels, whose messages go to a platform that counts them. */
export type Stage = { instance: Instance; graph: FakeGraph; secret: string; workspaces: StageWorkspace[]; close(keep: boolean): Promise<void> };

const secret = "chaos-secret";

/** What an installation must be told to talk with this platform. */
export const platformEnv = ({ url }: FakeGraph): Record<string, string> => ({
  META_GRAPH_BASE_URL: url,
  META_INSTAGRAM_GRAPH_BASE_URL: url,
  META_APP_SECRET: secret,
});

export async function openStage(random: Chance, onSend: (send: GraphSend) => void, options: InstanceOptions): Promise<Stage> {
  const graph = await startFakeGraph(onSend);
  const instance = await startInstance({
    demo: false,
    ...options,
    env: { ...platformEnv(graph), ...options.env },
  }).catch(async (error: Error) => {
    await graph.close();
    throw error;
  });
  const open = await openContext({
    databaseUrl: instance.databaseUrl,
    redisUrl: instance.redis?.url,
    encryptionKeys: [instance.secrets.encryptionKey],
    hosts: { facebook: graph.url, instagram: graph.url },
    meta: { appSecrets: [], verifyTokens: [], appIds: [], simulated: true },
    publicUrl: instance.consoleUrl,
    media: { folder: instance.home },
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const workspaces: StageWorkspace[] = [];
  try {
    for (const name of ["north", "south"]) workspaces.push(await addWorkspace(open, instance, random, name));
  } finally {
    await open.close();
  }
  return {
    instance,
    graph,
    secret,
    workspaces,
    close: async (keep) => {
      await instance.stop({ keep });
      await graph.close();
    },
  };
}

async function addWorkspace({ context }: OpenContext, instance: Instance, random: Chance, name: string): Promise<StageWorkspace> {
  const id = newId();
  const sql = "INSERT INTO workspaces (id, name, operator) VALUES ($1, $2, NOT EXISTS (SELECT 1 FROM workspaces))";
  await instance.owner.query(sql, [id, name]);
  const actor: Actor = { kind: "system", workspaceId: id };
  const key = await createApiKey(context, actor, { name: "chaos", scopes: [...scopes] });
  if (!key.ok) throw new Error(key.error.code);
  const canary = `canary-${name}-${random.int(100_000, 999_999)}`;
  const accounts: TrafficAccount[] = [];
  for (const channel of ["whatsapp", "messenger", "instagram"] as const) {
    const externalId = `${{ whatsapp: 1, messenger: 2, instagram: 3 }[channel]}${random.int(10_000_000_000, 99_999_999_999)}`;
    const wabaId = `5${externalId}`;
    const settings = channel === "whatsapp" ? { wabaId, displayPhoneNumber: "442079460182" } : channel === "instagram" ? { username: name } : {};
    const accountId = await connect(context, actor, { channel, externalId, settings });
    accounts.push({ workspaceId: id, canary, channel, id: accountId, externalId, wabaId });
  }
  return { id, canary, apiKey: key.value.key, accounts };
}

async function connect(
  context: OpenContext["context"],
  actor: Actor,
  { channel, externalId, settings }: { channel: Channel; externalId: string; settings: Record<string, unknown> },
): Promise<string> {
  const made = await connectChannel(context, actor, { channel, externalId, name: channel, settings, credentials: { accessToken: "chaos-token" } });
  if (!made.ok) throw new Error(made.error.code);
  const { rows } = await context.database.ingest.query<{ id: string }>("SELECT id FROM channel_accounts WHERE channel = $1 AND external_id = $2", [
    channel,
    externalId,
  ]);
  if (!rows[0]) throw new Error("the account is not there");
  return rows[0].id;
}
