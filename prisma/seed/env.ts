import { z } from "zod";

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().optional(),
  ENCRYPTION_KEYS: z.string().min(64),
  AUTH_SECRET: z.string().min(32),
  PUBLIC_URL: z.url(),
  SIMULATOR_URL: z.url(),
  SIMULATOR_CONFIG: z.string().min(1),
  GATEWAY_URL: z.url(),
  SETUP_TOKEN: z.string().min(1),
  META_APP_SECRET: z.string().min(1),
  DEMO_PASSWORD: z.string().min(10),
  MEDIA_FOLDER: z.string().min(1),
  SEED_FILE: z.string().min(1),
});

export const readEnv = () => schema.parse(process.env);
