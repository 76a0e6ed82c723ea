import { z } from "zod";

/** A comma-separated list; absent is empty. */
export const listSetting = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean),
  );

/** What every process that works on the data needs; `.env.example` explains each. */
export const sharedSettings = {
  DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().optional(),
  /** 32 bytes as hex, comma-separated while one is being rotated; the first seals. */
  ENCRYPTION_KEYS: listSetting.pipe(z.array(z.string().regex(/^[0-9a-f]{64}$/i, "must be 64 hex digits")).min(1)),
  META_APP_ID: listSetting,
  META_GRAPH_BASE_URL: z.url().default("https://graph.facebook.com"),
  META_INSTAGRAM_GRAPH_BASE_URL: z.url().default("https://graph.instagram.com"),
  /** Where people reach the console, e.g. https://desk.example.com. Platforms fetch files there that are sent to them. */
  PUBLIC_URL: z.url().default("http://127.0.0.1:3000"),
  MEDIA_FOLDER: z.string().default(".onethread/media"),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default("us-east-1"),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
};
type Shared = z.output<z.ZodObject<typeof sharedSettings>>;

/** Reads an environment. All problems are told at once; values never are. Throws with a text for people. */
export function readSettings<T extends z.ZodType>(schema: T, source: Record<string, string | undefined>, whose: string): z.output<T> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The ${whose}'s environment is not complete:\n${problems.join("\n")}`);
}

export type S3Place = { endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string };

/** Where files are kept: a bucket when all of S3_* is set, else a folder. Throws when S3_* is set by half. */
export function mediaPlace(env: Shared): { folder: string } | { s3: S3Place } {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!endpoint && !bucket) return { folder: env.MEDIA_FOLDER };
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey)
    throw new Error("S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set all of them or none.");
  return { s3: { endpoint, region: env.S3_REGION, bucket, accessKeyId, secretAccessKey } };
}
