import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createAuth, hashPassword } from "@onethread/auth";
import { type Actor, fromTypeId, type Result, scopes, toTypeId } from "@onethread/core";
import {
  acceptInvitation,
  connectChannel,
  createApiKey,
  createCannedReply,
  createLabel,
  inviteAgent,
  openContext,
  setUpWorkspace,
  sweep,
} from "@onethread/operations";
import { crowd, failedSend, inParallel, talk } from "./crowd.ts";
import { readEnv } from "./env.ts";
import { shopMacros } from "./macros.ts";
import { outlet } from "./outlet.ts";
import { shopRouting } from "./routing.ts";
import { drained, type Shop, type ShopAccount } from "./shop.ts";
import { alpacaStory, longThread, wanderer } from "./story.ts";
import { visitor, website } from "./website.ts";

const env = readEnv();
const say = (text: string) => void process.stdout.write(`${text}\n`);
const log = {
  info: () => {},
  warn: () => {},
  error: (fields: Record<string, unknown>, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
};
const email = "demo@onethread.example";

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

const open = await openContext({
  databaseUrl: env.DATABASE_URL,
  redisUrl: env.REDIS_URL,
  encryptionKeys: env.ENCRYPTION_KEYS.split(","),
  hosts: { facebook: `${env.SIMULATOR_URL}/graph`, instagram: `${env.SIMULATOR_URL}/graph-instagram` },
  meta: { appSecrets: [], verifyTokens: [], appIds: [], simulated: true },
  publicUrl: env.PUBLIC_URL,
  media: { folder: env.MEDIA_FOLDER },
  log,
});
const { context } = open;
const auth = createAuth({
  database: context.database,
  secrets: context.secrets,
  now: context.now,
  baseUrl: env.PUBLIC_URL,
  secret: env.AUTH_SECRET,
  trustedOrigins: [],
  // Nobody signs in through it.
  signInsPerMinute: 1,
});

const passwordHash = await hashPassword(auth, env.DEMO_PASSWORD);
const { workspaceId } = must(
  await setUpWorkspace(context, env.SETUP_TOKEN, env.SETUP_TOKEN, {
    name: "Robin Vale",
    email,
    passwordHash,
    workspaceName: "Alpaca & Co",
    demo: true,
  }),
);
const system: Actor = { kind: "system", workspaceId };
for (const [name, address, role] of [
  ["Noa Berg", "noa@onethread.example", "supervisor"],
  ["Sam Okafor", "sam@onethread.example", "agent"],
] as const) {
  const { token } = must(await inviteAgent(context, system, { email: address, role }));
  must(await acceptInvitation(context, token, { name, passwordHash }));
}
const { rows: agentRows } = await context.database.ingest.query("SELECT id, name, role FROM agents WHERE workspace_id = $1 ORDER BY created_at, id", [
  workspaceId,
]);
const labels: string[] = [];
const labelIds: Record<string, string> = {};
for (const [name, color] of [
  ["Returns", "#ac1922"],
  ["Wholesale", "#245fd4"],
  ["Size advice", "#036035"],
] as const) {
  const { id } = must(await createLabel(context, system, { name, color }));
  labelIds[name] = id;
  labels.push(fromTypeId("label", id) ?? "");
}
for (const [shortcut, title, body] of [
  ["hello", "Greeting", "Hi {{customer.first_name|there}}, this is {{agent.first_name|our team}} from {{workspace.name}}. How can I help?"],
  [
    "return",
    "How to return",
    "No problem, {{customer.first_name|and thank you for telling us}}! You have 30 days. Your order is {{?order number}}; the label is on its way to you.",
  ],
  ["sizes", "Size advice", "Our alpaca coats run a little large: between two sizes, take the smaller one."],
] as const) {
  must(await createCannedReply(context, system, { shortcut, title, folder: "", body, channels: [], attachmentIds: [], own: false }));
}
const configured = JSON.parse(readFileSync(env.SIMULATOR_CONFIG, "utf8")) as {
  accounts: { channel: ShopAccount["channel"]; externalId: string; name: string; wabaId?: string; displayPhoneNumber?: string; username?: string }[];
};
const accounts: ShopAccount[] = [];
for (const { channel, externalId, name, ...address } of configured.accounts) {
  const settings = channel === "instagram" ? { ...address, flavour: "instagram_login" } : address;
  const made = must(
    await connectChannel(context, system, { channel, externalId, name, settings, credentials: { accessToken: `simulator-${channel}` } }),
  );
  accounts.push({ id: made.id, channel, externalId, name });
}
await outlet(context, system, env.SIMULATOR_URL, must);
const site = await website({ open }, system, must);
const queueIds = await shopRouting(context, system, labelIds, must);
await shopMacros(context, system, { labels: labelIds, queues: queueIds }, must);
const { key: apiKey } = must(await createApiKey(context, system, { name: "Demo", scopes: [...scopes] }));

const shop: Shop = {
  open,
  workspaceId,
  simulatorUrl: env.SIMULATOR_URL,
  gatewayUrl: env.GATEWAY_URL,
  appSecret: env.META_APP_SECRET.split(",")[0] ?? "",
  accounts: Object.fromEntries(accounts.map((account) => [account.channel, account])) as Shop["accounts"],
  agents: agentRows.map((row) => ({ kind: "agent", workspaceId, agentId: row.id, name: row.name, role: row.role })),
};
const now = Date.now();
say("a workspace with three agents and five channels");
await alpacaStory(shop, now);
say("the story of the alpaca coat");
let done = 0;
const counted = (work: () => Promise<void>) => async () => {
  await work();
  done++;
  if (done % 10 === 0) say(`${done} conversations`);
};
await inParallel(
  [
    ...crowd.slice(0, 5).map((person, index) => counted(() => wanderer(shop, person, now, index))),
    ...crowd.slice(5).map((person, index) => counted(() => talk(shop, person, index, now, labels))),
    counted(() => longThread(shop, now)),
    counted(() => visitor(shop, site, now, must)),
  ],
  6,
);
await counted(() => failedSend(shop, now))();
await settle();
writeFileSync(
  `${env.SEED_FILE}.part`,
  JSON.stringify(
    { workspaceId: toTypeId("workspace", workspaceId), email, password: env.DEMO_PASSWORD, apiKey, channelAccounts: [...accounts, site] },
    null,
    2,
  ),
  { mode: 0o600 },
);
renameSync(`${env.SEED_FILE}.part`, env.SEED_FILE);
await open.close();
process.exit(0);

/** Waits for the last receipts, then makes the past look lived through: things came in when they happened. */
async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet++) {
    await drained(shop);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await sweep(context);
  const { ingest } = context.database;
  await ingest.query(
    "UPDATE items SET late = false, received_at = occurred_at + interval '1 second' WHERE workspace_id = $1 AND received_at > occurred_at",
    [workspaceId],
  );
  // What sent a conversation somewhere did so when it began.
  await ingest.query(
    `UPDATE items e SET occurred_at = i.occurred_at + interval '1 second', received_at = i.occurred_at + interval '1 second', late = false
     FROM routing_decisions d JOIN items i ON i.workspace_id = d.workspace_id AND i.id = d.item_id
     WHERE e.workspace_id = $1 AND d.workspace_id = $1 AND e.case_id = d.case_id AND e.type = 'event' AND e.content->>'event' = 'routed'`,
    [workspaceId],
  );
  await ingest.query(
    `UPDATE routing_decisions d SET at = i.occurred_at + interval '1 second' FROM items i
     WHERE d.workspace_id = $1 AND i.workspace_id = $1 AND i.id = d.item_id`,
    [workspaceId],
  );
  await ingest.query(
    `UPDATE conversations v SET created_at = f.at FROM (SELECT conversation_id, min(occurred_at) AS at FROM items WHERE workspace_id = $1 GROUP BY 1) f
     WHERE v.workspace_id = $1 AND v.id = f.conversation_id`,
    [workspaceId],
  );
  await ingest.query(
    `UPDATE customers c SET created_at = v.created_at, last_seen_at = (SELECT max(i.occurred_at) FROM items i WHERE i.workspace_id = $1 AND i.conversation_id = v.id AND i.direction = 'inbound')
     FROM conversations v WHERE v.workspace_id = $1 AND v.customer_id = c.id AND c.workspace_id = $1`,
    [workspaceId],
  );
  await ingest.query("UPDATE conversations SET unread = 0 WHERE workspace_id = $1 AND last_activity_at < now() - interval '1 day'", [workspaceId]);
}
