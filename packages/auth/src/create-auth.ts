import { type Database, newId, openPrisma, type SecretBox } from "@onethread/db/client";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { secondFactorAt } from "./second-factor-at-sign-in.ts";

export type AuthOptions = {
  database: Database;
  secrets: SecretBox;
  now: () => Date;
  /** Where sign-in is reached, e.g. http://127.0.0.1:4000. */
  baseUrl: string;
  /** Signs cookies; at least 32 characters. */
  secret: string;
  trustedOrigins: string[];
  /** How many sign-ins one address may try; it has to leave a minute without one to begin anew. */
  signInsPerMinute: number;
};

/** The header that carries the caller's address; the gateway sets it and takes no outside value for it. */
export const clientAddressHeader = "x-onethread-client-address";

/** Sign-in: e-mail and password, sessions in the database. There is no open sign-up: people are set up or invited. */
export function createAuth({ database, secrets, now, baseUrl, secret, trustedOrigins, signInsPerMinute }: AuthOptions) {
  return betterAuth({
    appName: "Onethread",
    baseURL: baseUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins,
    telemetry: { enabled: false },
    database: prismaAdapter(openPrisma(database), { provider: "postgresql", transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: {
      expiresIn: 60 * 60 * 24 * 14,
      updateAge: 60 * 60 * 24,
      // Saves a look-up per request; whether the person still is an agent is asked anew each time all the same.
      cookieCache: { enabled: true, maxAge: 60 },
    },
    databaseHooks: { session: { create: { before: secondFactorAt({ database, secrets }, now) } } },
    // Ours ends all other sessions and asks anew; these would not.
    disabledPaths: ["/change-password", "/update-user", "/update-session"],
    rateLimit: { enabled: true, storage: "database", window: 60, max: 300, customRules: { "/sign-in/email": { window: 60, max: signInsPerMinute } } },
    advanced: {
      cookiePrefix: "onethread",
      useSecureCookies: baseUrl.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: () => newId() },
    },
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** The hash that sign-in will accept this password by. */
export async function hashPassword(auth: Auth, password: string): Promise<string> {
  const context = await auth.$context;
  return context.password.hash(password);
}
