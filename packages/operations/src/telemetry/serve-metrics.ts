import { createServer, type ServerResponse } from "node:http";
import type { Log } from "../context.ts";
import type { Metrics } from "./open-metrics.ts";

type Answer = { status: number; body: unknown };

export type MetricsServer = { port: number; host: string; metrics: Metrics; health: () => Answer; readiness: () => Promise<Answer>; log: Log };

/**
 * What watches a process from inside the house: `/metrics`, `/healthz`, `/readyz`, on a port of its own that no proxy
 * passes on. A port that is taken is no reason not to work: it is said in the log. Answers how to close it.
 */
export function serveMetrics({ port, host, metrics, health, readiness, log }: MetricsServer): () => void {
  const server = createServer((request, response) => {
    answer(request.url ?? "", response).catch((error: Error) => {
      log.warn({ error: error.message }, "metrics could not be read");
      if (!response.headersSent) json(response, { status: 500, body: { error: "could not be read" } });
    });
  });
  async function answer(url: string, response: ServerResponse): Promise<void> {
    switch (url.split("?")[0]) {
      case "/metrics":
        return void response.writeHead(200, { "content-type": metrics.contentType }).end(await metrics.text());
      case "/healthz":
        return json(response, health());
      case "/readyz":
        return json(response, await readiness());
      default:
        return json(response, { status: 404, body: { error: "There is /metrics, /healthz and /readyz." } });
    }
  }
  server.on("error", (error) => log.error({ port, error: error.message }, "the port for metrics can't be used"));
  server.listen(port, host, () => log.info({ port }, "metrics can be read"));
  server.unref();
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

function json(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
