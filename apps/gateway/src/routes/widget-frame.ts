import { isOriginAllowed } from "@onethread/core";
import { type Context, describeLauncher, describeOffers, noteWidgetSeen } from "@onethread/operations";
import type { Context as HonoContext } from "hono";
import { type BuiltFile, builtWidget } from "../http/built-widget.ts";
import type { App } from "../http/endpoint.ts";
import { problemOf } from "../http/problem.ts";
import type { Widgets } from "../http/widget-cache.ts";
import { addressOf } from "../http/widget-entrance.ts";

/** The chat's document. Nothing of a widget, and nothing a stranger wrote, stands in it: it is the same for everybody. */
const documentOf = ({ script, styles }: { script: string; styles: string[] }): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="robots" content="noindex">
<title>Chat</title>
${styles.map((file) => `<link rel="stylesheet" href="/widget/${file}">`).join("\n")}
<script type="module" src="/widget/${script}"></script>
</head>
<body>
<div id="panel"></div>
<noscript>This chat needs JavaScript.</noscript>
</body>
</html>
`;

const notAllowed = "This site is not among those that may show this chat. An admin can add it.";

/** Where a browser says which site's page it is. */
function mayShow(referrer: string | undefined, origins: readonly string[]): boolean {
  if (!referrer || !URL.canParse(referrer)) return true;
  return isOriginAllowed(new URL(referrer).origin, origins);
}

/** A page may keep a loader for so long; a change of its colour is seen after it. Seconds. */
const loaderHolds = 60;
/** What of it other chats' pages load changes with a new version of the desk only. Seconds. */
const shimHolds = 3600;
/** A part's name changes with its content. Seconds. */
const aYear = 31_536_000;

/** What a browser loads of the chat: the loader, the panel's document and its parts. */
export function widgetFrameRoutes(app: App, context: Context, widgets: Widgets): void {
  const built = builtWidget();
  const notBuilt = (c: HonoContext) => problemOf(c, "unavailable", "The chat is not built yet.");
  const tooMany = (c: HonoContext, wait: number) =>
    problemOf(c, "too_many_requests", "These are more keys than there are widgets.", { extra: { retryAfter: wait } });

  /** `GET /widget/loader.js?key=`: with a key, what the launcher needs to know of its widget comes in the same file. */
  app.get("/widget/loader.js", async (c) => {
    const widget = await widgets.find(c.req.query("key") ?? "", addressOf(c));
    if (widget && "wait" in widget) return tooMany(c, widget.wait);
    const referrer = c.req.header("referer");
    if (widget && referrer) void noteWidgetSeen(context, widget, { part: "line", page: referrer });
    // JSON is a part of JavaScript; nothing of it is a person's free text.
    const loader = built.onPage("loader", widget ? `var ONETHREAD_WIDGET=${JSON.stringify(describeLauncher(widget))};` : "");
    if (!loader) return notBuilt(c);
    const headers = {
      "cache-control": `public, max-age=${loaderHolds}`,
      "cross-origin-resource-policy": "cross-origin",
      vary: "Accept-Encoding, Referer",
    };
    // Another site's page gets nothing, as far as it is known; the panel's document is kept from it anyway.
    const shown = !widget || mayShow(referrer, widget.allowedOrigins);
    // A site that is allowed a moment later shows it at once.
    const refused = { ...headers, "content-type": loader.type, "cache-control": "no-store" };
    return shown ? send(c, loader, headers) : c.body(`/* ${notAllowed} */`, 200, refused);
  });

  /** `GET /widget/offers.js?key=&language=`: a module that makes the shop's offers, with them in it. */
  app.get("/widget/offers.js", async (c) => {
    const widget = await widgets.find(c.req.query("key") ?? "", addressOf(c));
    if (widget && "wait" in widget) return tooMany(c, widget.wait);
    const origin = c.req.header("origin");
    if (!widget || origin === undefined || !isOriginAllowed(origin, widget.allowedOrigins)) return problemOf(c, "origin_not_allowed", notAllowed);
    const language = c.req.query("language")?.slice(0, 35);
    // JSON is a part of JavaScript.
    const offers = built.onPage("offers", `const ONETHREAD_OFFERS=${JSON.stringify(await describeOffers(context, widget, language))};`);
    if (!offers) return notBuilt(c);
    return send(c, offers, {
      "access-control-allow-origin": origin,
      "cache-control": `public, max-age=${loaderHolds}`,
      "cross-origin-resource-policy": "cross-origin",
      vary: "Accept-Encoding, Origin",
    });
  });

  /** `GET /widget/intercom.js?key=`: for pages that were made for another chat. It reads its key from its own address. */
  for (const name of ["intercom", "chatwoot"] as const) {
    app.get(`/widget/${name}.js`, (c) => {
      const shim = built.onPage(name);
      const headers = { "cache-control": `public, max-age=${shimHolds}`, "cross-origin-resource-policy": "cross-origin" };
      return shim ? send(c, shim, headers) : notBuilt(c);
    });
  }

  app.get("/widget/assets/:name", (c) => {
    const asset = built.asset(c.req.param("name"));
    return asset
      ? send(c, asset, { "cache-control": `public, max-age=${aYear}, immutable` })
      : problemOf(c, "not_found", "There is nothing at this address.");
  });

  /**
   * `GET /widget/frame?key=`: only the widget's own sites may show it. With `origin`, the site that is about to, only that one:
   * a `*` of a Content-Security-Policy stands for any number of labels, ours for one.
   */
  app.get("/widget/frame", async (c) => {
    const widget = await widgets.find(c.req.query("key") ?? "", addressOf(c));
    if (widget && "wait" in widget) return tooMany(c, widget.wait);
    const origins = widget?.allowedOrigins ?? [];
    const origin = c.req.query("origin");
    // The desk's own settings show it, without a visitor.
    const preview = c.req.query("preview") !== undefined;
    const ancestors = preview ? ["'self'"] : origin === undefined ? origins : isOriginAllowed(origin, origins) ? [origin.toLowerCase()] : [];
    if (widget && origin && !preview) void noteWidgetSeen(context, widget, { part: "frame", page: origin, path: c.req.query("path") });
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
    const entry = built.entry();
    const answer = entry ? c.html(documentOf(entry)) : notBuilt(c);
    answer.headers.set("content-security-policy", policy);
    answer.headers.set("cache-control", "no-store");
    return answer;
  });
}

function send(c: HonoContext, file: BuiltFile, headers: Record<string, string>): Response {
  const accepted = c.req.header("accept-encoding") ?? "";
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
  return c.body(new Uint8Array(encoding === null ? file.plain : file[encoding]), 200, {
    "content-type": file.type,
    vary: "Accept-Encoding",
    ...(encoding === null ? {} : { "content-encoding": encoding }),
    ...headers,
  });
}
