import { OpenAPIHono } from "@hono/zod-openapi";
import type { App } from "./http/endpoint.ts";
import type { Services } from "./http/services.ts";
import { openApiDocument } from "./openapi.ts";
import { registerApi } from "./routes/index.ts";

/** The API's description without a running gateway: registering routes only declares them. */
export function describeApi() {
  const app: App = new OpenAPIHono();
  registerApi(app, { context: { meta: {} } } as unknown as Services);
  return openApiDocument(app);
}
