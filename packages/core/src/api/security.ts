import { z } from "zod";
import { timestamp } from "./primitives.ts";

/** How somebody signs in, and where they are signed in now. Ids of sessions are good for ending them and nothing else. */
export const ownSecurity = z
  .object({
    /** Since when sign-in asks for a code, and how many recovery codes are left; null: it does not ask. */
    secondFactor: z.object({ since: timestamp, recoveryCodesLeft: z.number().int() }).nullable(),
    sessions: z.array(
      z.object({
        id: z.string(),
        /** The User-Agent it began with; empty where there was none. */
        userAgent: z.string(),
        createdAt: timestamp,
        /** To the minute. */
        lastUsedAt: timestamp,
        current: z.boolean(),
      }),
    ),
  })
  .meta({ id: "OwnSecurity" });
export type OwnSecurity = z.infer<typeof ownSecurity>;

const password = z.string().min(1).max(200);
/** Of an authenticator app, or a recovery code. */
const code = z.string().trim().min(6).max(40);

export const passwordChange = z.strictObject({ current: password, next: z.string().min(10, "needs at least 10 characters").max(200) });
export const secondFactorBegin = z.strictObject({ password });
/** For an authenticator app: to scan (`uri`), or to type (`secret`, base32). */
export const secondFactorBegun = z.object({ secret: z.string(), uri: z.string() }).meta({ id: "SecondFactorBegun" });
export const secondFactorCode = z.strictObject({ code });
export const secondFactorRemoval = z.strictObject({ password, code });
/** They are shown this once; each works once. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: "RecoveryCodes" });
