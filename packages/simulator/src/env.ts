import { z } from "zod";

const schema = z.object({
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  SIMULATOR_HOST: z.string().min(1).default("127.0.0.1"),
  SIMULATOR_CONFIG: z.string().min(1),
});

export type Env = { port: number; host: string; configPath: string };

/** Reads the environment; throws with every problem at once and no value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete:\n${problems.join("\n")}`);
  }
  const { SIMULATOR_PORT, SIMULATOR_HOST, SIMULATOR_CONFIG } = parsed.data;
  return { port: SIMULATOR_PORT, host: SIMULATOR_HOST, configPath: SIMULATOR_CONFIG };
}
