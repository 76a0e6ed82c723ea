import { clientAddressHeader } from "@onethread/auth";
import { isOriginAllowed } from "@onethread/core";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { problemOf } from "./problem.ts";
import type { Services, Variables } from "./services.ts";
import type { Widgets } from "./widget-cache.ts";

/** How long a browser may remember what it may ask. Seconds. */
const rememberSeconds = 600;

/**
 * The door of everything a visitor's page asks: which widget it is (`?key=`, public), and whether the page may ask at all.
 * An origin that is not the widget's is refused before anything else is looked at; our own frame is always let in.
 */
export const widgetEntrance = ({ trustedOrigins }: Services, widgets: Widgets) =>
  createMiddleware<{ Variables: Variables }>(async (c, next) => {
    const widget = await widgets.find(c.req.query("key") ?? "", addressOf(c));
    if (widget && "wait" in widget)
      return problemOf(c, "too_many_requests", "These are more keys than there are widgets.", { extra: { retryAfter: widget.wait } });
    if (!widget) return problemOf(c, "not_found", "There is no such widget.");
    const origin = c.req.header("origin");
    const ours = origin === undefined || trustedOrigins.includes(origin);
    const allowed = origin !== undefined && isOriginAllowed(origin, widget.allowedOrigins);
    // A browser names the origin on every call from another site; one that only says that it is another site has no say.
    if ((!ours && !allowed) || (origin === undefined && c.req.header("sec-fetch-site") === "cross-site"))
      return problemOf(c, "origin_not_allowed", "An admin can add this site to the widget's allowed origins.");
    const cors: Record<string, string> =
      origin !== undefined && allowed
        ? { "access-control-allow-origin": origin, "access-control-expose-headers": "retry-after", vary: "Origin" }
        : { vary: "Origin" };
    if (c.req.method === "OPTIONS") {
      const asked = {
        "access-control-allow-methods": "GET, POST, DELETE",
        "access-control-allow-headers": "authorization, content-type",
        "access-control-max-age": String(rememberSeconds),
      };
      return new Response(null, { status: 204, headers: { ...cors, ...asked } });
    }
    c.set("widget", widget);
    await next();
    for (const [name, value] of Object.entries(cors)) c.res.headers.set(name, value);
    return undefined;
  });

export const addressOf = (c: Context): string => c.req.header(clientAddressHeader) ?? "unknown";

/** What stands behind `authorization: Bearer`. */
export const bearerOf = (c: Context): string | undefined => /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
