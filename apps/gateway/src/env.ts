import { listSetting, readSettings, sharedSettings } from "@onethread/core/settings";
import { z } from "zod";
import { trustedProxies } from "./http/trusted-proxies.ts";

const schema = z.object({
  ...sharedSettings,
  GATEWAY_PORT: z.coerce.number().int().default(4000),
  GATEWAY_HOST: z.string().default("127.0.0.1"),
  /** Further origins that may sign in, comma-separated. */
  TRUSTED_ORIGINS: listSetting,
  /** Whose `X-Forwarded-For` is believed. */
  TRUSTED_PROXIES: trustedProxies,
  METRICS_PORT: z.coerce.number().int().optional(),
  METRICS_HOST: z.string().default("127.0.0.1"),
  /** Between being told to stop and taking nothing new, so that whoever sends requests here notices. */
  SHUTDOWN_DELAY_SECONDS: z.coerce.number().min(0).max(5).default(1),
  AUTH_SECRET: z.string().min(32),
  SIGN_INS_PER_MINUTE: z.coerce.number().int().min(1).default(10),
  META_APP_SECRET: listSetting,
  META_INSTAGRAM_APP_SECRET: listSetting,
  META_VERIFY_TOKEN: listSetting,
  SIMULATOR_URL: z.url().optional(),
  SETUP_TOKEN: z.string().optional(),
});

export type GatewayEnv = z.infer<typeof schema>;

/** Reads the environment. */
export const readEnv = (source: Record<string, string | undefined> = process.env): GatewayEnv => readSettings(schema, source, "gateway");
