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
  GATEWAY_PORT: z.coerce.number().int().default(4000),
  GATEWAY_HOST: z.string().default("127.0.0.1"),
  /** Where people reach the console, e.g. https://desk.example.com. */
  PUBLIC_URL: z.url().default("http://127.0.0.1:3000"),
  /** Further origins that may sign in, comma-separated. */
  TRUSTED_ORIGINS: list,
  AUTH_SECRET: z.string().min(32),
  /** 32 bytes as hex, comma-separated while one is being rotated; the first seals. */
  ENCRYPTION_KEYS: list.pipe(z.array(z.string().regex(/^[0-9a-f]{64}$/i, "must be 64 hex digits")).min(1)),
  META_APP_ID: list,
  META_APP_SECRET: list,
  META_INSTAGRAM_APP_SECRET: list,
  META_VERIFY_TOKEN: list,
  META_GRAPH_BASE_URL: z.url().default("https://graph.facebook.com"),
  META_INSTAGRAM_GRAPH_BASE_URL: z.url().default("https://graph.instagram.com"),
  SIMULATOR_URL: z.url().optional(),
  SETUP_TOKEN: z.string().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type GatewayEnv = z.infer<typeof schema>;

/** Reads the environment. All problems are told at once; values never are. */
export function readEnv(source: Record<string, string | undefined> = process.env): GatewayEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The gateway's environment is not complete:\n${problems.join("\n")}`);
}
