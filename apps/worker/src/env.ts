import { z } from "zod";

const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean),
  );

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().optional(),
  /** 32 bytes as hex, comma-separated while one is being rotated; the first seals. */
  ENCRYPTION_KEYS: list.pipe(z.array(z.string().regex(/^[0-9a-f]{64}$/i, "must be 64 hex digits")).min(1)),
  META_APP_ID: list,
  META_GRAPH_BASE_URL: z.url().default("https://graph.facebook.com"),
  META_INSTAGRAM_GRAPH_BASE_URL: z.url().default("https://graph.instagram.com"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type WorkerEnv = z.infer<typeof schema>;

/** Reads the environment. All problems are told at once; values never are. */
export function readEnv(source: Record<string, string | undefined> = process.env): WorkerEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The worker's environment is not complete:\n${problems.join("\n")}`);
}
