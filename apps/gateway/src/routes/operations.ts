import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { checkReadiness } from "@onethread/operations";
import type { App } from "../http/endpoint.ts";
import type { Services } from "../http/services.ts";
import { openApiDocument } from "../openapi.ts";

const version = "0.1.0";
const swagger = path.dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
const assets: Record<string, string> = {
  "swagger-ui.css": "text/css",
  "swagger-ui-bundle.js": "text/javascript",
};

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Onethread API</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="docs"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
const start = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null });`;

/** Health, version, and the API's own description. */
export function operationRoutes(app: App, { context, jobsKind }: Services): void {
  app.get("/healthz", (c) => c.json({ ok: true }));
  app.get("/readyz", async (c) => {
    const { ready, checks } = await checkReadiness(context, jobsKind);
    return c.json({ ready, checks }, ready ? 200 : 503);
  });
  app.get("/version", (c) => c.json({ name: "onethread", version }));
  app.get("/api/openapi.json", (c) => c.json(openApiDocument(app)));
  app.get("/api/docs", (c) => c.html(page));
  app.get("/api/docs/start.js", (c) => c.body(start, 200, { "content-type": "text/javascript" }));
  app.get("/api/docs/:file", (c) => {
    const type = assets[c.req.param("file")];
    if (!type) return c.notFound();
    return c.body(readFileSync(path.join(swagger, c.req.param("file")), "utf8"), 200, {
      "content-type": type,
      "cache-control": "public, max-age=3600",
    });
  });
}
