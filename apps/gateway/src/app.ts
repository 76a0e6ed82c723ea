import { randomUUID } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import { whoAsks } from "@onethread/auth";
import { isUnavailable } from "@onethread/db/client";
import { answerOnce } from "@onethread/operations";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { basicHeaders } from "./http/basic-headers.ts";
import type { App } from "./http/endpoint.ts";
import { problem, problemOf } from "./http/problem.ts";
import type { Services, Variables } from "./http/services.ts";
import { widgetCache } from "./http/widget-cache.ts";
import { widgetEntrance } from "./http/widget-entrance.ts";
import { entranceRoutes } from "./routes/entrance.ts";
import { registerApi } from "./routes/index.ts";
import { type Live, liveRoutes } from "./routes/live.ts";
import { operationRoutes } from "./routes/operations.ts";
import { widgetFrameRoutes } from "./routes/widget-frame.ts";
import { openVisitorStreams } from "./routes/widget-stream.ts";

/** Puts the gateway's HTTP together. Answers the app and its live streams. */
export async function createApp(services: Services): Promise<{ app: App; live: Live }> {
  const app: App = new OpenAPIHono<{ Variables: Variables }>();
  app.onError((error, c) => {
    const unavailable = isUnavailable(error);
    services.log.error(
      { requestId: c.get("requestId"), path: c.req.routePath, error: error.name, code: (error as { code?: string }).code },
      "a request failed",
    );
    return unavailable
      ? problemOf(c, "unavailable", "Try again in a moment.")
      : problemOf(c, "internal_error", "Tell us the request id if it happens again.");
  });
  app.notFound((c) => problemOf(c, "not_found", "There is nothing at this address."));
  app.use("*", requestBasics(services));
  const small = bodyLimit({ maxSize: 1024 * 1024, onError: (c) => problemOf(c, "body_too_large", "A request has at most 1 MiB.") });
  // Files are taken in as they come and measured on the way.
  app.use("/api/*", (c, next) => (c.req.path === uploadPath ? next() : small(c, next)));
  operationRoutes(app, services);
  app.on(["GET", "POST"], "/api/auth/*", (c) => services.auth.handler(c.req.raw));
  entranceRoutes(app, services);
  const authenticated = authentication(services);
  app.use("/api/v1/*", authenticated, idempotency(services));
  app.use("/live", authenticated);
  const widgets = widgetCache(services.context);
  app.use("/widget/v1/*", widgetEntrance(services, widgets), (c, next) => (c.req.path === visitorUploadPath ? next() : small(c, next)));
  widgetFrameRoutes(app, services.context, widgets);
  const visitors = await openVisitorStreams(app, services, widgets);
  registerApi(app, services);
  const live = await liveRoutes(app, services);
  const close = async () => {
    await visitors.close();
    await live.close();
  };
  return { app, live: { connections: () => live.connections() + visitors.connections(), close } };
}

const uploadPath = "/api/v1/attachments";
const visitorUploadPath = "/widget/v1/attachments";

type Env = { Variables: Variables };

const requestBasics = ({ trustedOrigins }: Services) =>
  createMiddleware<Env>(async (c, next) => {
    c.set("requestId", randomUUID());
    // A browser tells where a request comes from: another site may not act with a signed-in person's cookie.
    const origin = c.req.header("origin");
    const acts = !["GET", "HEAD", "OPTIONS"].includes(c.req.method);
    if (acts && origin && c.req.header("cookie") && !trustedOrigins.includes(origin)) {
      return problemOf(c, "forbidden", "This site may not act for signed-in people.");
    }
    await next();
    for (const [name, value] of Object.entries(basicHeaders(c.get("requestId")))) c.res.headers.set(name, value);
  });

/** Requests a second that one API key may make. */
const keyLimit = 300;

function authentication({ auth, context }: Services) {
  const limiter = new RateLimiterMemory({ points: keyLimit, duration: 1 });
  const askWho = whoAsks(auth, context.database);
  return createMiddleware<Env>(async (c, next) => {
    const asked = await askWho(c.req.raw.headers);
    if (!asked.ok) return problem(c, asked.error);
    const actor = asked.value;
    c.set("actor", actor);
    if (actor.kind === "api_key") {
      const blocked = await limiter.consume(actor.keyId).then(
        () => null,
        (rejected: RateLimiterRes) => rejected,
      );
      if (blocked)
        return problemOf(c, "too_many_requests", `An API key may make ${keyLimit} requests a second.`, {
          extra: { retryAfter: Math.ceil(blocked.msBeforeNext / 1000) },
        });
    }
    await next();
  });
}

/** `Idempotency-Key` on any POST: the same request again gives the first answer again. */
const idempotency = ({ context }: Services) =>
  createMiddleware<Env>(async (c, next) => {
    const key = c.req.header("idempotency-key");
    // A file uploaded twice is two files; the message that takes one of them is the thing that may not happen twice.
    if (c.req.method !== "POST" || key === undefined || c.req.path === uploadPath) return next();
    if (!/^[\x21-\x7e]{1,255}$/.test(key)) return problemOf(c, "invalid_request", "An Idempotency-Key has 1 to 255 visible characters.");
    const request = `${c.req.method} ${c.req.path}\n${await c.req.text()}`;
    const answered = await answerOnce(context, c.get("actor"), key, request, async () => {
      await next();
      const response = c.res;
      return { status: response.status, body: await response.clone().text() };
    });
    if (!answered.ok) return problem(c, answered.error);
    const { status, body } = answered.value;
    const type = status >= 400 ? "application/problem+json" : "application/json";
    c.res = new Response(status === 204 ? null : body, { status, headers: { "content-type": type } });
  });
