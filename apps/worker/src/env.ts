import { readSettings, sharedSettings } from "@onethread/core/settings";
import { z } from "zod";

const schema = z.object(sharedSettings);

export type WorkerEnv = z.infer<typeof schema>;

/** Reads the environment. */
export const readEnv = (source: Record<string, string | undefined> = process.env): WorkerEnv => readSettings(schema, source, "worker");
