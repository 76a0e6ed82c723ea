import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { readinessChecks } from "@onethread/operations";
import { z } from "zod";
import type { App } from "../http/endpoint.ts";
import { problemOf } from "../http/problem.ts";
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

const onlyQuery = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.enum(readinessChecks)))
  .optional();

/** What `/readyz` says. A process that was told to stop is not ready, so that nothing new is sent to it. */
export async function readyAnswer({ readiness, lifecycle }: Pick<Services, "readiness" | "lifecycle">, only?: z.infer<typeof onlyQuery>) {
  const found = await readiness(only);
  const since = lifecycle.stoppingSince?.toISOString();
  if (!since) return { status: found.ready ? 200 : 503, body: found } as const;
  const checks = { ...found.checks, process: { ok: false, detail: "is stopping", since } };
  return { status: 503, body: { ...found, ready: false, reasons: [`This process is stopping, since ${since}.`, ...found.reasons], checks } } as const;
}

/** Health, version, and the API's own description. */
export function operationRoutes(app: App, services: Services): void {
  app.get("/healthz", (c) => c.json({ ok: true }));
  app.get("/readyz", async (c) => {
    const only = onlyQuery.safeParse(c.req.query("only"));
    if (!only.success) return problemOf(c, "invalid_request", `?only= takes some of ${readinessChecks.join(", ")}, comma-separated.`);
    const { status, body } = await readyAnswer(services, only.data);
    return c.json(body, status);
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
