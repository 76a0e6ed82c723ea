import { z } from "zod";

export const channelNames = ["whatsapp", "messenger", "instagram"] as const;
export type ChannelName = (typeof channelNames)[number];

/** A number, Page or Instagram account of a business. */
export const accountSchema = z.strictObject({
  channel: z.enum(channelNames),
  /** Phone number id, Page id or Instagram account id. */
  externalId: z.string().min(1),
  name: z.string().min(1),
  wabaId: z.string().min(1).optional(),
  displayPhoneNumber: z.string().min(1).optional(),
  username: z.string().min(1).optional(),
  /** For an account of an app of its own; else the simulator's. */
  webhookUrl: z.url().optional(),
  appSecret: z.string().min(1).optional(),
  appId: z.string().min(1).optional(),
  verifyToken: z.string().min(1).optional(),
});
export type AccountConfig = z.infer<typeof accountSchema>;

export const configSchema = z.strictObject({
  /** Where webhooks are posted. */
  webhookUrl: z.url(),
  /** Signs the webhooks. */
  appSecret: z.string().min(1),
  /** Sent in the handshake. */
  verifyToken: z.string().min(1),
  appId: z.string().min(1),
  accounts: z.array(accountSchema).default([]),
  /** Where the product reaches this simulator; by default where it listens. */
  publicUrl: z.url().optional(),
  /** Where people and threads are kept between starts; without it they live in memory. */
  stateFile: z.string().min(1).optional(),
});
export type SimulatorConfig = z.infer<typeof configSchema>;
