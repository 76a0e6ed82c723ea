import { isOriginAllowed } from "@onethread/core";
import type { App } from "../http/endpoint.ts";
import { problemOf } from "../http/problem.ts";
import type { Widgets } from "../http/widget-cache.ts";
import { addressOf } from "../http/widget-entrance.ts";

/** The chat's document. Nothing of a widget, and nothing a stranger wrote, stands in it: it is the same for everybody. */
const shell = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Chat</title>
</head>
<body>
<main id="chat"></main>
<noscript>This chat needs JavaScript.</noscript>
</body>
</html>
`;

/**
 * `GET /widget/frame?key=`: only the widget's own sites may show it. With `origin`, the site that is about to, only that one:
 * a `*` of a Content-Security-Policy stands for any number of labels, ours for one.
 */
export function widgetFrameRoutes(app: App, widgets: Widgets): void {
  app.get("/widget/frame", async (c) => {
    const widget = await widgets.find(c.req.query("key") ?? "", addressOf(c));
    if (widget && "wait" in widget)
      return problemOf(c, "too_many_requests", "These are more keys than there are widgets.", { extra: { retryAfter: widget.wait } });
    const origins = widget?.allowedOrigins ?? [];
    const origin = c.req.query("origin");
    const ancestors = origin === undefined ? origins : isOriginAllowed(origin, origins) ? [origin.toLowerCase()] : [];
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
      "base-uri 'none'",
      `frame-ancestors ${ancestors.length > 0 ? ancestors.join(" ") : "'none'"}`,
    ].join("; ");
    return c.body(shell, 200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy, "cache-control": "no-store" });
  });
}
