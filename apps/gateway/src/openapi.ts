import type { App } from "./http/endpoint.ts";

/** The API's description, generated from the schemas that validate. */
export function openApiDocument(app: App) {
  app.openAPIRegistry.registerComponent("securitySchemes", "apiKey", { type: "http", scheme: "bearer" });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", { type: "apiKey", in: "cookie", name: "onethread.session_token" });
  app.openAPIRegistry.registerComponent("securitySchemes", "visitor", { type: "http", scheme: "bearer" });
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Onethread",
      version: "1",
      description:
        "One thread per customer. Lists are pages with cursors, errors are problem documents (RFC 9457), every POST takes an Idempotency-Key.",
      license: { name: "MIT" },
    },
  });
}
