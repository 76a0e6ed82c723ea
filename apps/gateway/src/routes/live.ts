import { streamSSE } from "hono/streaming";
import type { App } from "../http/endpoint.ts";
import { onTheWire } from "../http/news-on-the-wire.ts";
import type { Services } from "../http/services.ts";

const heartbeatMs = 15_000;
/** News that a client has not taken after this many is too much: it is dropped and comes back with a refetch. */
const maxBacklog = 500;

export type Live = { connections(): number /** Ends every stream; browsers connect again, elsewhere. */; close(): Promise<void> };
type Client = { workspaceId: string; push: (event: "changed" | "resync", data: string) => void; end: () => void };

/** Server-sent events: what changed, by ids. One subscription per process, fanned out by workspace. */
export async function liveRoutes(app: App, { realtime }: Services): Promise<Live> {
  const clients = new Set<Client>();
  let ended = false;
  const unsubscribe = await realtime.subscribe(
    (news) => {
      const data = JSON.stringify(onTheWire(news));
      for (const client of clients) if (client.workspaceId === news.workspaceId) client.push("changed", data);
    },
    () => {
      for (const client of clients) client.push("resync", "{}");
    },
  );
  app.get("/live", (c) => {
    const { workspaceId } = c.get("actor");
    c.header("cache-control", "no-cache, no-transform");
    c.header("x-accel-buffering", "no");
    return streamSSE(c, async (stream) => {
      let backlog: { event: string; data: string }[] = [{ event: "resync", data: "{}" }];
      let wake = () => {};
      const client: Client = {
        workspaceId,
        push: (event, data) => {
          if (backlog.length >= maxBacklog) stream.abort();
          else backlog.push({ event, data });
          wake();
        },
        end: () => wake(),
      };
      clients.add(client);
      stream.onAbort(() => wake());
      const heartbeat = setInterval(() => void stream.write(": heartbeat\n\n"), heartbeatMs);
      try {
        while (!stream.aborted && !ended) {
          const batch = backlog;
          backlog = [];
          for (const message of batch) await stream.writeSSE(message);
          if (backlog.length > 0) continue;
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      } finally {
        clearInterval(heartbeat);
        clients.delete(client);
      }
    });
  });
  return {
    connections: () => clients.size,
    close: async () => {
      ended = true;
      for (const client of clients) client.end();
      await unsubscribe();
    },
  };
}
