import { APIError } from "better-auth/api";
import { checkCode, readSecondFactor, type SecondFactors } from "./second-factor.ts";

/** The header that brings the code along with e-mail and password. */
const codeHeader = "x-onethread-code";

/**
 * Asked before any session begins, by whatever way: who has a second factor gets one only with a code. Nothing of a
 * half-made sign-in is kept between the two: the code comes with the password.
 */
export function secondFactorAt(factors: SecondFactors, now: () => Date) {
  return async ({ userId }: { userId: string }, context: { headers?: Headers | undefined; request?: Request | undefined } | null): Promise<void> => {
    if (!(await readSecondFactor(factors, userId))) return;
    const code = (context?.headers ?? context?.request?.headers)?.get(codeHeader)?.trim();
    if (!code) throw new APIError("UNAUTHORIZED", { code: "code_needed", message: "Send the code of the authenticator app, too." });
    const checked = await checkCode(factors, userId, code, now());
    if (checked.ok) return;
    const { code: reason, detail, extra } = checked.error;
    if (reason === "too_many_requests")
      throw new APIError("TOO_MANY_REQUESTS", { code: reason, message: detail }, { "retry-after": String(extra?.retryAfter ?? 60) });
    throw new APIError("UNAUTHORIZED", { code: reason, message: detail });
  };
}
