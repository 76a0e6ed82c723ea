import { z } from "zod";
import { roles, scopes } from "../rights.ts";
import { channelSchema } from "./channel.ts";
import { limitQuery, listOf, timestamp, timestampInput, typeId } from "./primitives.ts";
import { channelQuiet } from "./status.ts";

export const channelAccountStates = ["connecting", "active", "degraded", "disabled"] as const;

export const channelAccountSettings = z.strictObject({
  wabaId: z.string().min(1).max(64).optional(),
  displayPhoneNumber: z.string().min(1).max(40).optional(),
  portfolioId: z.string().min(1).max(64).optional(),
  flavour: z.enum(["instagram_login", "page"]).optional(),
  username: z.string().min(1).max(100).optional(),
  pageId: z.string().min(1).max(64).optional(),
  /** WhatsApp: the number is in the WhatsApp Business app too. Found out by itself. */
  coexistence: z.enum(["true", "false"]).optional(),
});

export const channelAccount = z
  .object({
    id: typeId("channelAccount"),
    channel: channelSchema,
    externalId: z.string(),
    name: z.string(),
    settings: channelAccountSettings,
    state: z.enum(channelAccountStates),
    hasAccessToken: z.boolean(),
    webhookPath: z.string(),
    /** True while calls to the platform go to the simulator. */
    simulated: z.boolean(),
    createdAt: timestamp,
  })
  .meta({ id: "ChannelAccount" });
export type ChannelAccount = z.infer<typeof channelAccount>;
export const channelAccountList = z.object({ data: z.array(channelAccount) });

/** What the platform app's webhook settings have to be told. */
export const channelConnection = z
  .object({
    callbackUrl: z.string(),
    /** The newest first. Only for a workspace that operates the instance. */
    verifyTokens: z.array(z.string()),
    /** The webhook fields to subscribe to, in the platform's words. */
    fields: z.array(z.object({ channel: channelSchema, fields: z.array(z.string()) })),
  })
  .meta({ id: "ChannelConnection" });
export type ChannelConnection = z.infer<typeof channelConnection>;

const credentials = z.strictObject({
  accessToken: z.string().min(1).max(1000),
  appSecret: z.string().min(1).max(200).optional(),
  appId: z.string().min(1).max(64).optional(),
  verifyToken: z.string().min(1).max(200).optional(),
});

export const channelAccountInput = z
  .strictObject({
    channel: channelSchema,
    /** The account's id at the platform. Web chat has none: its key is made here. */
    externalId: z.string().trim().min(1).max(100).optional(),
    name: z.string().trim().min(1).max(100),
    settings: channelAccountSettings.optional(),
    credentials: credentials.optional(),
  })
  .superRefine(({ channel, externalId, credentials: given }, issues) => {
    const own = channel === "webchat";
    if (!own && externalId === undefined) issues.addIssue({ code: "custom", path: ["externalId"], message: "is missing" });
    if (own && externalId !== undefined) issues.addIssue({ code: "custom", path: ["externalId"], message: "is made here for web chat" });
    if (own && given !== undefined) issues.addIssue({ code: "custom", path: ["credentials"], message: "are not needed for web chat" });
  });
export const channelAccountPatch = z.strictObject({
  name: z.string().trim().min(1).max(100).optional(),
  settings: channelAccountSettings.optional(),
  credentials: credentials.partial().optional(),
  state: z.enum(["active", "disabled"]).optional(),
});

export const channelHealth = z
  .object({
    state: z.enum(channelAccountStates),
    lastInboundAt: timestamp.nullable(),
    lastOutboundAt: timestamp.nullable(),
    lastHandshakeAt: timestamp.nullable(),
    lastError: z.object({ code: z.string(), message: z.string(), at: timestamp }).nullable(),
    checks: z.array(z.object({ name: z.string(), state: z.enum(["ok", "warn", "fail", "unknown"]), detail: z.string() })),
    /** Whose app its webhooks come through; the installation's own app shakes hands once for all its accounts. */
    webhookVia: z.enum(["installation", "own_app"]),
    /** The platform lets nothing out. `until`: null when it does not say how long. */
    blocked: z.object({ reason: z.string(), at: timestamp, until: timestamp.nullable() }).nullable(),
    /** What the platform told last, by name: `quality`, `messagingLimit`, `throughput`, `verifiedName`, `username` and the like. */
    facts: z.record(z.string(), z.object({ value: z.string().nullable(), at: timestamp })),
    quiet: z.union([channelQuiet, z.null()]),
  })
  .meta({ id: "ChannelHealth" });

/** How far the connecting of an account has got; each step with its time, or null. What was refused since is told with why. */
export const connectionProgress = z
  .object({
    state: z.enum(channelAccountStates),
    webhookVia: z.enum(["installation", "own_app"]),
    handshakeAt: timestamp.nullable(),
    /** `start`: what a wrong verify token begins with; `length`: its characters. */
    refusedHandshake: z
      .object({
        reason: z.enum(["no_handshake", "no_token", "not_set", "spaces", "case", "wrong"]),
        start: z.string(),
        length: z.number().int(),
        at: timestamp,
      })
      .nullable(),
    firstWebhookAt: timestamp.nullable(),
    refusedWebhook: z.object({ reason: z.enum(["missing", "malformed", "not_set", "another_app", "wrong"]), at: timestamp }).nullable(),
    token: z.object({ state: z.enum(["ok", "warn", "fail", "unknown"]), detail: z.string() }).nullable(),
    /** Somebody's message through it. */
    message: z.object({ conversationId: typeId("conversation"), at: timestamp }).nullable(),
    lastOutboundAt: timestamp.nullable(),
  })
  .meta({ id: "ConnectionProgress" });
export type ConnectionProgress = z.infer<typeof connectionProgress>;

export const webhookEventStates = ["pending", "processed", "quarantined", "ignored"] as const;
export const webhookEvent = z
  .object({
    id: typeId("webhookEvent"),
    state: z.enum(webhookEventStates),
    receivedAt: timestamp,
    items: z.array(
      z.object({
        path: z.string(),
        channelAccountId: typeId("channelAccount").nullable(),
        outcome: z.enum(webhookEventStates),
        reason: z.string().nullable(),
        raw: z.unknown(),
      }),
    ),
    /** The whole body: only for a workspace that operates the instance. */
    body: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: "WebhookEvent" });
export const webhookEventPage = listOf(webhookEvent);
export const webhookEventQuery = z.strictObject({
  state: z.enum(webhookEventStates).optional(),
  /** Only the webhook that brought this item of a timeline. */
  itemId: z.string().optional(),
  channelAccountId: typeId("channelAccount").optional(),
  limit: limitQuery,
  cursor: z.string().optional(),
});

export const agent = z
  .object({
    id: typeId("agent"),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    createdAt: timestamp,
    disabledAt: timestamp.nullable(),
    /** Sign-in asks them for a code. null: only those who manage members are told. */
    secondFactor: z.boolean().nullable(),
  })
  .meta({ id: "Agent" });
export type Agent = z.infer<typeof agent>;
export const agentList = z.object({ data: z.array(agent) });
export const agentPatch = z.strictObject({ role: z.enum(roles).optional(), name: z.string().trim().min(1).max(100).optional() });

export const invitationInput = z.strictObject({ email: z.email().max(320), role: z.enum(roles).default("agent") });
export const invitation = z
  .object({ id: typeId("invitation"), email: z.string(), role: z.enum(roles), url: z.string(), expiresAt: timestamp })
  .meta({ id: "Invitation" });

const addressOrRange = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], { message: "must be an IP address or a range such as 10.0.0.0/8" });

export const apiKeyInput = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(scopes)).min(1),
  /** From then on it is refused. null: never. */
  expiresAt: timestampInput.nullable().default(null),
  /** IP addresses and ranges (CIDR) it is taken from. Empty: from anywhere. */
  addresses: z.array(addressOrRange).max(50).default([]),
});
export const apiKey = z
  .object({
    id: typeId("apiKey"),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.enum(scopes)),
    expiresAt: timestamp.nullable(),
    addresses: z.array(z.string()),
    createdAt: timestamp,
    lastUsedAt: timestamp.nullable(),
  })
  .meta({ id: "ApiKey" });
export const apiKeyList = z.object({ data: z.array(apiKey) });
/** The key itself is shown this once. */
export const newApiKey = apiKey.extend({ key: z.string() }).meta({ id: "NewApiKey" });

export const label = z.object({ id: typeId("label"), name: z.string(), color: z.string() }).meta({ id: "Label" });
export const labelList = z.object({ data: z.array(label) });
export const labelInput = z.strictObject({
  name: z.string().trim().min(1).max(50),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #245fd4")
    .default("#525761"),
});
export const labelPatch = labelInput.partial();

/** `open`: open conversations in it, whoever works on them. `isDefault`: takes what no routing rule sends anywhere. */
export const queue = z
  .object({
    id: typeId("queue"),
    name: z.string(),
    open: z.number().int(),
    businessHoursId: typeId("businessHours").nullable(),
    isDefault: z.boolean(),
  })
  .meta({ id: "Queue" });
export const queueList = z.object({ data: z.array(queue) });
const queueFields = {
  name: z.string().trim().min(1).max(50),
  businessHoursId: typeId("businessHours").nullable(),
  isDefault: z.boolean(),
};
export const queueInput = z.strictObject({
  ...queueFields,
  businessHoursId: queueFields.businessHoursId.default(null),
  isDefault: z.boolean().default(false),
});
export const queuePatch = z.strictObject(queueFields).partial();

/** Who is asking: the console's first call. */
export const me = z
  .object({
    workspace: z.object({ id: typeId("workspace"), name: z.string(), demo: z.boolean() }),
    agent: z.object({ id: typeId("agent"), name: z.string(), email: z.string(), role: z.enum(roles) }).nullable(),
    simulated: z.boolean(),
    simulatorUrl: z.string().nullable(),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof me>;
