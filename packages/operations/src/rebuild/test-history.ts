import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Channel } from "@onethread/core";
import { cloneDatabase, testAppSecret, type World } from "@onethread/testing";
import { inject } from "vitest";
import { drainWebhooks } from "../drain-webhooks.ts";
import { webhookReceiver } from "../receive-webhook.ts";
import { checkRebuild, type MakeScratch, type RebuildReport } from "./check-rebuild.ts";
import { type RepairReport, repairRebuild } from "./repair-rebuild.ts";

/** Everything the platforms' sample bodies say, in one workspace: the history that rebuilding is tried on. */
const folder = new URL("../../../channels/fixtures/", import.meta.url);
const channels = ["whatsapp", "messenger", "instagram"] as const;
type Sample = { channel: Channel; name: string; body: Buffer };

export const samples: Sample[] = channels.flatMap((channel) =>
  readdirSync(new URL(`${channel}/`, folder)).map((file) => ({
    channel,
    name: file.replace(".json", ""),
    body: readFileSync(new URL(`${channel}/${file}`, folder)),
  })),
);

const entriesOf = (body: Buffer): { id: string }[] => {
  // Ids beyond 2^53 stand in some bodies as numbers: they are read as text.
  const parsed: unknown = JSON.parse(body.toString().replaceAll(/:\s*(\d{16,})/g, ':"$1"'));
  return [parsed].flat().flatMap((one) => (one as { entry?: { id: string }[] }).entry ?? []);
};

/** Connects the accounts the samples are about; one sample is about an account nobody has. */
export async function connectSampleAccounts(world: World): Promise<Map<string, string>> {
  const found = new Map<string, { channel: Channel; externalId: string; settings: Record<string, unknown> }>();
  for (const { channel, name, body } of samples) {
    if (name === "account_not_ours" || name === "dashboard_test_event") continue;
    for (const entry of entriesOf(body)) {
      if (channel !== "whatsapp") found.set(String(entry.id), { channel, externalId: String(entry.id), settings: { username: "shop" } });
      else
        for (const [, externalId = ""] of JSON.stringify(entry).matchAll(/"phone_number_id":"(\d+)"/g))
          found.set(externalId, { channel, externalId, settings: { wabaId: entry.id } });
    }
  }
  const ids = new Map<string, string>();
  for (const account of found.values()) ids.set(account.externalId, (await world.addAccount(account)).id);
  return ids;
}

let stored = 0;
/** Stores bodies as the gateway would, and works them off. Spaces behind one make it another webhook that says the same. */
export async function take(world: World, ...bodies: (Buffer | object)[]): Promise<void> {
  const receive = webhookReceiver(world.context);
  for (const one of bodies) {
    const body = Buffer.concat([Buffer.isBuffer(one) ? one : Buffer.from(JSON.stringify(one)), Buffer.from(" ".repeat(++stored % 997))]);
    const signature = `sha256=${createHmac("sha256", testAppSecret).update(body).digest("hex")}`;
    const answer = await receive({ body, signature });
    if (!answer.ok) throw new Error(answer.error.code);
  }
  await drainWebhooks(world.context);
}

const makeScratch: MakeScratch = () => cloneDatabase(inject("templateUrl"));

export const check = (world: World, workspaceId?: string): Promise<RebuildReport> =>
  checkRebuild(world.context, { makeScratch, workspaceId, list: 100 });

export const repair = (world: World): Promise<RepairReport> => repairRebuild(world.context, { makeScratch, list: 100 });
