import { createServer, type Server } from "node:http";
import type { BlockList } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { clientAddressHeader } from "@onethread/auth";
import { handleWebhook, isWebhook } from "../webhooks.ts";
import { stampClientAddress } from "./client-address.ts";
import type { App } from "./endpoint.ts";
import type { Services } from "./services.ts";

/** The gateway's HTTP server: webhooks go past the app, everything else knows whose request it is. */
export function serve(services: Services, app: App, trusted: BlockList): Server {
  const listener = getRequestListener(app.fetch);
  return createServer((request, response) => {
    if (isWebhook(request.url)) return void handleWebhook(services, request, response);
    stampClientAddress(request, clientAddressHeader, trusted);
    void listener(request, response);
  });
}
