import {
  beginSecondFactor,
  changePassword,
  checkPassword,
  confirmSecondFactor,
  endOtherSessions,
  endSession,
  readSecondFactor,
  readSessions,
  removeSecondFactor,
  renewRecoveryCodes,
} from "@onethread/auth";
import { type Actor, fail, ok, type Result } from "@onethread/core";
import {
  ownSecurity,
  passwordChange,
  recoveryCodes,
  secondFactorBegin,
  secondFactorBegun,
  secondFactorCode,
  secondFactorRemoval,
} from "@onethread/core/api";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { z } from "zod";
import { endpoint, type RouteModule } from "../http/endpoint.ts";

type SignIn = { userId: string; sessionId: string };

/** Only people have a sign-in; a key has none. */
async function forPerson<T>(actor: Actor, work: (who: SignIn) => Promise<Result<T>>): Promise<Result<T>> {
  return actor.kind === "agent" && actor.signIn ? work(actor.signIn) : fail("forbidden", "This is for people who are signed in.");
}

/** Who sits at somebody else's open screen may guess their password so often in a minute. */
const guesses = 10;

const given = (codes: Result<string[]>) => (codes.ok ? ok({ codes: codes.value }) : codes);

/** How somebody signs in, and where they are signed in. */
export const securityRoutes: RouteModule = (app, { context, auth }) => {
  const tag = "Own sign-in";
  const { database, secrets, now } = context;
  const factors = { database, secrets };
  const limiter = new RateLimiterMemory({ points: guesses, duration: 60 });
  const limited = async <T>({ userId }: SignIn, work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const blocked = await limiter.consume(userId).then(
      () => null,
      (rejected: RateLimiterRes) => rejected,
    );
    return blocked ? fail("too_many_requests", "Too many tries.", { extra: { retryAfter: Math.ceil(blocked.msBeforeNext / 1000) } }) : work();
  };
  const base = { right: "read", tag } as const;
  endpoint(app, {
    ...base,
    method: "get",
    path: "/api/v1/me/security",
    summary: "How one signs in, and where one is signed in",
    response: ownSecurity,
    run: ({ actor }) =>
      forPerson(actor, async ({ userId, sessionId }) => {
        const [factor, sessions] = await Promise.all([readSecondFactor(factors, userId), readSessions(database, userId)]);
        return ok({
          secondFactor: factor && { ...factor, since: factor.since.toISOString() },
          sessions: sessions.map(({ createdAt, lastUsedAt, ...session }) => ({
            ...session,
            createdAt: createdAt.toISOString(),
            lastUsedAt: lastUsedAt.toISOString(),
            current: session.id === sessionId,
          })),
        });
      }),
  });
  endpoint(app, {
    ...base,
    method: "post",
    path: "/api/v1/me/password",
    summary: "Change one's password: all other sessions end",
    body: passwordChange,
    status: 204,
    response: z.null(),
    run: ({ actor, body }) => forPerson(actor, (who) => limited(who, () => changePassword(auth, database, who, body))),
  });
  endpoint(app, {
    ...base,
    method: "delete",
    path: "/api/v1/me/sessions/{id}",
    summary: "End one of one's own sessions",
    params: z.object({ id: z.string().min(1).max(100) }),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) =>
      forPerson(actor, async ({ userId }) =>
        (await endSession(database, userId, params.id)) ? ok(null) : fail("not_found", "There is no such session."),
      ),
  });
  endpoint(app, {
    ...base,
    method: "delete",
    path: "/api/v1/me/sessions",
    summary: "End all of one's own sessions but this one",
    status: 204,
    response: z.null(),
    run: ({ actor }) =>
      forPerson(actor, async ({ userId, sessionId }) => {
        await endOtherSessions(database, userId, sessionId);
        return ok(null);
      }),
  });
  endpoint(app, {
    ...base,
    method: "post",
    path: "/api/v1/me/second-factor",
    summary: "Make the secret for an authenticator app; nothing is asked for before it is confirmed",
    body: secondFactorBegin,
    status: 201,
    response: secondFactorBegun,
    run: ({ actor, body }) =>
      forPerson(actor, async (who) => {
        const { userId } = who;
        const known = await limited(who, () => checkPassword(auth, database, userId, body.password));
        return known.ok ? beginSecondFactor(factors, userId) : known;
      }),
  });
  endpoint(app, {
    ...base,
    method: "post",
    path: "/api/v1/me/second-factor/confirm",
    summary: "Confirm the app by a code of it: answers the recovery codes, and all other sessions end",
    body: secondFactorCode,
    response: recoveryCodes,
    run: ({ actor, body }) =>
      forPerson(actor, async ({ userId, sessionId }) => {
        const confirmed = await confirmSecondFactor(factors, userId, body.code, now());
        if (confirmed.ok) await endOtherSessions(database, userId, sessionId);
        return given(confirmed);
      }),
  });
  endpoint(app, {
    ...base,
    method: "post",
    path: "/api/v1/me/second-factor/recovery-codes",
    summary: "Make new recovery codes in place of those before",
    body: secondFactorCode,
    response: recoveryCodes,
    run: ({ actor, body }) => forPerson(actor, async ({ userId }) => given(await renewRecoveryCodes(factors, userId, body.code, now()))),
  });
  endpoint(app, {
    ...base,
    method: "post",
    path: "/api/v1/me/second-factor/remove",
    summary: "Sign in without a code from now on",
    body: secondFactorRemoval,
    status: 204,
    response: z.null(),
    run: ({ actor, body }) =>
      forPerson(actor, async (who) => {
        const { userId } = who;
        const known = await limited(who, () => checkPassword(auth, database, userId, body.password));
        return known.ok ? removeSecondFactor(factors, userId, body.code, now()) : known;
      }),
  });
};
