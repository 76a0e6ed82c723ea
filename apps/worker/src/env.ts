import { readSettings, sharedSettings } from "@onethread/core/settings";
import { z } from "zod";

const schema = z.object({
  ...sharedSettings,
  METRICS_PORT: z.coerce.number().int().optional(),
  METRICS_HOST: z.string().default("127.0.0.1"),
});

export type WorkerEnv = z.infer<typeof schema>;

/** Reads the environment. */
export const readEnv = (source: Record<string, string | undefined> = process.env): WorkerEnv => readSettings(schema, source, "worker");
