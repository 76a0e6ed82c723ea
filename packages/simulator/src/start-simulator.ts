import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type HttpBindings, serve } from "@hono/node-server";
import { Hono } from "hono";
import { Refused } from "./api/read-body.ts";
import { apiRoutes } from "./api/routes.ts";
import { configSchema, type SimulatorConfig } from "./config.ts";
import { graphRoutes } from "./graph/routes.ts";
import { mediaRoutes } from "./media-routes.ts";
import { pageRoutes } from "./page.ts";
import { Simulator } from "./simulator.ts";
import type { SenderOptions } from "./webhook-sender.ts";

export type RunningSimulator = {
  url: string;
  /** What to set as META_GRAPH_BASE_URL and META_INSTAGRAM_GRAPH_BASE_URL. */
  graphUrl: string;
  instagramGraphUrl: string;
  /** The parts, for tests that run in the same process. */
  simulator: Simulator;
  close(): Promise<void>;
};

export type StartOptions = { port?: number; host?: string; sender?: SenderOptions };

/** Starts Meta in a box. `port` 0, the default, takes any free one. */
export async function startSimulator(config: SimulatorConfig, options: StartOptions = {}): Promise<RunningSimulator> {
  const { port = 0, host = "127.0.0.1" } = options;
  const simulator = new Simulator(configSchema.parse(config), options.sender);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.onError((error, c) => {
    if (error instanceof Refused) return c.json({ error: error.message }, error.status);
    return c.json({ error: "Something went wrong in the simulator." }, 500);
  });
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.use("/simulator/api/*", (c, next) =>
    sameOrigin(c.req.raw) ? next() : Promise.reject(new Refused(422, "Another site's page may not drive the simulator.")),
  );
  app.route("/simulator/api", apiRoutes(simulator));
  app.route("/graph", graphRoutes(simulator, "facebook"));
  app.route("/graph-instagram", graphRoutes(simulator, "instagram"));
  app.route("/", mediaRoutes(simulator));
  app.route("/", await pageRoutes());
  const server = await new Promise<Server>((resolve, reject) => {
    const started = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(started)) as Server;
    started.once("error", reject);
  });
  const address = server.address() as AddressInfo;
  const url = `http://${host}:${address.port}`;
  simulator.origin = config.publicUrl?.replace(/\/$/, "") ?? url;
  return {
    url,
    graphUrl: `${url}/graph`,
    instagramGraphUrl: `${url}/graph-instagram`,
    simulator,
    close: () => {
      simulator.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** Browsers name the page's origin with every post; programs name none. */
function sameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
