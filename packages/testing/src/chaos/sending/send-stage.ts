import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Actor, scopes, toTypeId } from "@onethread/core";
import { newId } from "@onethread/db/client";
import { freePort } from "@onethread/db/embedded";
import { connectChannel, createApiKey, openContext } from "@onethread/operations";
import { type RunningSimulator, startSimulator } from "@onethread/simulator";
import { until } from "../../until.ts";
import { type Instance, startInstance } from "../instance.ts";
import { type Crew, type CrewMember, startCrew } from "./crew.ts";
import { type Customers, findCustomers } from "./customers.ts";
import { type Failpoints, openFailpoints } from "./failpoints.ts";
import { type SendAccount, sendChannels } from "./send-account.ts";

/**
 * An installation whose messages go to the simulator, which runs here in the same process: faults are given to it and its
 * record of calls is read directly. Beside the processes of `npm start` there are two workers and a gateway more, which
 * have failpoints: they die, and somebody is alive meanwhile.
 */
export type SendStage = {
  instance: Instance;
  simulator: RunningSimulator;
  failpoints: Failpoints;
  /** The first one may be dead at the moment. */
  gateways: readonly string[];
  workspaceId: string;
  apiKey: string;
  accounts: readonly SendAccount[];
  customers: Customers;
  close(keep: boolean): Promise<void>;
};

const appSecret = "chaos-secret";

export async function openSendStage(options: { customersPerChannel: number; redis: boolean; say: (text: string) => void }): Promise<SendStage> {
  const closing: (() => unknown)[] = [];
  const closeAll = async () => {
    for (const close of closing.toReversed()) await close();
  };
  try {
    const folder = mkdtempSync(path.join(os.tmpdir(), "onethread-failpoints-"));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    const simulator = await startSimulator({
      webhookUrl: "http://127.0.0.1:9/",
      appSecret,
      verifyToken: "verify",
      appId: "902277410365518",
      accounts: [],
    });
    closing.push(() => simulator.close());
    const env = {
      META_GRAPH_BASE_URL: simulator.graphUrl,
      META_INSTAGRAM_GRAPH_BASE_URL: simulator.instagramGraphUrl,
      META_APP_SECRET: appSecret,
      META_APP_ID: "902277410365518",
    };
    const instance = await startInstance({ demo: false, redis: options.redis, env });
    let keepHome = false;
    closing.push(() => instance.stop({ keep: keepHome }));
    const { crew, gatewayUrl } = await startExtras(instance, { ...env, ONETHREAD_FAILPOINT: folder });
    closing.push(() => crew.stop());
    const { workspaceId, apiKey, accounts } = await addShop(instance, simulator);
    options.say(`The customers of the sending faults write: ${options.customersPerChannel} on each of ${accounts.length} channels.`);
    const customers = await findCustomers({ instance, simulator, accounts, count: options.customersPerChannel });
    return {
      instance,
      simulator,
      failpoints: openFailpoints(folder),
      gateways: [gatewayUrl, instance.gatewayUrl],
      workspaceId,
      apiKey,
      accounts,
      customers,
      close: async (keep) => {
        keepHome = keep;
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function startExtras(instance: Instance, chaos: Record<string, string>): Promise<{ crew: Crew; gatewayUrl: string }> {
  const port = await freePort();
  const media = path.join(instance.home, "media");
  mkdirSync(media, { recursive: true });
  const env = {
    PATH: process.env.PATH ?? "",
    DATABASE_URL: instance.databaseUrl,
    ...(instance.redis ? { REDIS_URL: instance.redis.url } : {}),
    ENCRYPTION_KEYS: instance.secrets.encryptionKey,
    AUTH_SECRET: "x".repeat(40),
    PUBLIC_URL: instance.consoleUrl,
    MEDIA_FOLDER: media,
    GATEWAY_PORT: String(port),
    LOG_LEVEL: "info",
    ...chaos,
  };
  const members: CrewMember[] = [
    { app: "worker", env },
    { app: "worker", env },
    { app: "gateway", env },
  ];
  const crew = await startCrew(members, instance.logs);
  const gatewayUrl = `http://127.0.0.1:${port}`;
  await until("the second gateway answers", async () => (await fetch(`${gatewayUrl}/readyz`)).ok);
  return { crew, gatewayUrl };
}

/** A business on all three channels, at the installation and at the simulator. */
async function addShop(instance: Instance, simulator: RunningSimulator): Promise<Pick<SendStage, "workspaceId" | "apiKey" | "accounts">> {
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const open = await openContext({
    databaseUrl: instance.databaseUrl,
    redisUrl: instance.redis?.url,
    encryptionKeys: [instance.secrets.encryptionKey],
    hosts: { facebook: simulator.graphUrl, instagram: simulator.instagramGraphUrl },
    meta: { appSecrets: [], verifyTokens: [], appIds: [], simulated: true },
    publicUrl: instance.consoleUrl,
    media: { folder: instance.home },
    log: silent,
  });
  try {
    const workspaceId = newId();
    await instance.owner.query("INSERT INTO workspaces (id, name, operator) VALUES ($1, 'Senders', true)", [workspaceId]);
    const actor: Actor = { kind: "system", workspaceId };
    const key = await createApiKey(open.context, actor, { name: "chaos", scopes: [...scopes] });
    if (!key.ok) throw new Error(key.error.code);
    const accounts: SendAccount[] = [];
    for (const [index, channel] of sendChannels.entries()) {
      const externalId = `70000000000${index}`;
      const whatsapp = { wabaId: "600000000000", displayPhoneNumber: "+44 20 7946 0182" };
      const settings = channel === "whatsapp" ? whatsapp : channel === "instagram" ? { username: "senders" } : {};
      const made = await connectChannel(open.context, actor, {
        channel,
        externalId,
        name: "Senders",
        settings,
        credentials: { accessToken: "chaos-token" },
      });
      if (!made.ok) throw new Error(made.error.code);
      const { rows } = await instance.owner.query<{ id: string }>("SELECT id FROM channel_accounts WHERE external_id = $1", [externalId]);
      accounts.push({ id: toTypeId("channelAccount", rows[0]?.id ?? ""), channel, externalId });
      const at = { ...settings, channel, externalId, name: "Senders", webhookUrl: `${instance.gatewayUrl}/webhooks/meta` };
      await fetch(`${simulator.url}/simulator/api/accounts`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(at),
      });
    }
    return { workspaceId, apiKey: key.value.key, accounts };
  } finally {
    await open.close();
  }
}
