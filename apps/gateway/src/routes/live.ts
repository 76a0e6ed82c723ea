import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { reconnectWait, toTypeId } from "@onethread/core";
import { basicHeaders } from "../http/basic-headers.ts";
import type { App } from "../http/endpoint.ts";
import { openLiveStream } from "../http/live-stream.ts";
import { onTheWire } from "../http/news-on-the-wire.ts";
import { newsTeller } from "../http/news-teller.ts";
import type { Services } from "../http/services.ts";
import { streamGroups } from "../http/stream-groups.ts";
import { shownPresent } from "./presence.ts";

/** Proxies close what is silent for a minute. */
const defaultHeartbeatMs = 15_000;

export type Live = { connections(): number /** Ends every stream; browsers connect again, elsewhere. */; close(): Promise<void> };

const event = (name: "changed" | "resync", data: string): string => `event: ${name}\ndata: ${data}\n\n`;
const resync = event("resync", "{}");
const agentKey = "agent ";

/** Server-sent events: what changed, by ids. One subscription per process, fanned out by workspace. */
export async function liveRoutes(
  app: App,
  { realtime, presence, log }: Pick<Services, "realtime" | "presence" | "log">,
  { heartbeatMs = defaultHeartbeatMs }: { heartbeatMs?: number } = {},
): Promise<Live> {
  const workspaces = streamGroups();
  /** For what is nobody else's. */
  const agents = streamGroups();
  let ended = false;
  const told = newsTeller((to) => (to.startsWith(agentKey) ? agents.of(to) : workspaces.of(to)));
  const unsubscribe = await realtime.subscribe(
    (news) => {
      if (news.kind === "presence") presence.hear(news);
      // For the visitor's page alone.
      else if (news.kind === "visitor_told") return;
      else {
        const to = news.agentId ? agentKey + news.agentId : news.workspaceId;
        told.add(to, news.kind === "resync" ? resync : event("changed", JSON.stringify(onTheWire(news))));
      }
    },
    () => {
      void presence.ask();
      for (const workspaceId of workspaces.keys()) told.add(workspaceId, resync);
    },
  );
  // Told whole: it is a few ids, gone in a moment, and everybody who lists conversations shows it.
  presence.onChange(({ workspaceId, conversationId }, people) => {
    const shown = people.map(shownPresent);
    const ids = shown.map(({ agentId }) => agentId);
    const data = { kind: "presence", ids, conversationId: toTypeId("conversation", conversationId), people: shown };
    told.add(workspaceId, event("changed", JSON.stringify(data)));
  });
  await presence.ask();

  app.get("/live", (c) => {
    const actor = c.get("actor");
    const { workspaceId } = actor;
    const { outgoing } = c.env as HttpBindings;
    const sent = () => RESPONSE_ALREADY_SENT.clone();
    // It left while it was found out who it is.
    if (outgoing.destroyed) return sent();
    let leave = () => {};
    const headers = {
      ...basicHeaders(c.get("requestId")),
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    };
    const stream = openLiveStream(outgoing, {
      headers,
      heartbeatMs,
      onDropped: (waiting) => log.warn({ workspaceId, waiting }, "a live client does not read: it is dropped and may come back"),
      onClosed: () => leave(),
    });
    const left = [workspaces.join(workspaceId, stream), ...(actor.kind === "agent" ? [agents.join(agentKey + actor.agentId, stream)] : [])];
    leave = () => {
      for (const one of left) one();
    };
    // Each is told another time to come back at, for the day this process is gone.
    stream.send(Buffer.from(`retry: ${reconnectWait(0, Math.random())}\n${resync}`));
    if (ended || c.req.method === "HEAD") stream.end();
    return sent();
  });
  return {
    connections: () => workspaces.all().length,
    close: async () => {
      ended = true;
      presence.close();
      await told.all();
      for (const stream of workspaces.all()) stream.end();
      await unsubscribe();
    },
  };
}
