import { createServer, type Server, type ServerResponse } from "node:http";
import type { BlockList } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { clientAddressHeader } from "@onethread/auth";
import { handleWebhook, isWebhook } from "../webhooks.ts";
import { stampClientAddress } from "./client-address.ts";
import type { App } from "./endpoint.ts";
import { routeClass } from "./route-class.ts";
import type { Services } from "./services.ts";

export type Serving = {
  server: Server;
  /** From now on each answer ends its connection, so that clients come back to somebody else. */
  beginStopping(): void;
  /** Takes nothing new and waits for what is being answered, but not longer than `ms`. */
  stop(ms: number): Promise<void>;
};

/** The gateway's HTTP server: webhooks go past the app, everything else knows whose request it is. */
export function serve(services: Services, app: App, trusted: BlockList): Serving {
  const listener = getRequestListener(app.fetch);
  const open = new Set<ServerResponse>();
  let stopping = false;
  const server = createServer((request, response) => {
    watch(response, request.url ?? "");
    if (isWebhook(request.url)) return void handleWebhook(services, request, response);
    stampClientAddress(request, clientAddressHeader, trusted);
    void listener(request, response);
  });

  function watch(response: ServerResponse, url: string): void {
    const started = performance.now();
    open.add(response);
    if (stopping) response.shouldKeepAlive = false;
    response.once("close", () => {
      open.delete(response);
      services.metrics?.request(routeClass(url), response.statusCode, (performance.now() - started) / 1000);
    });
  }

  return {
    server,
    beginStopping: () => {
      stopping = true;
      // Node reads it when it writes the head: an answer that has not begun says `connection: close`.
      for (const response of open) response.shouldKeepAlive = false;
    },
    stop: async (ms) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), ms);
      await closed;
      clearTimeout(timer);
    },
  };
}
