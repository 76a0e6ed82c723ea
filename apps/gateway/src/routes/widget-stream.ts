import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { reconnectWait } from "@onethread/core";
import { keysOf, noteSeen, type Visitor } from "@onethread/operations";
import type { News } from "@onethread/realtime";
import { basicHeaders } from "../http/basic-headers.ts";
import type { App } from "../http/endpoint.ts";
import { type LiveStream, openLiveStream } from "../http/live-stream.ts";
import { newsTeller } from "../http/news-teller.ts";
import { problemOf } from "../http/problem.ts";
import type { Services } from "../http/services.ts";
import { sharedBeats } from "../http/shared-beats.ts";
import { streamGroups } from "../http/stream-groups.ts";
import { letIn } from "../http/visitor-endpoint.ts";
import { followPlaces } from "../http/visitor-places.ts";
import type { Widgets } from "../http/widget-cache.ts";

const defaultHeartbeatMs = 15_000;
/** As long as an access token is good: then the page comes with a new one. Milliseconds. */
const longestMs = 60 * 60_000;
/** Tabs of one visitor; what comes above is somebody's program. */
const mostStreams = 8;

const event = (name: "changed" | "typing" | "resync") => `event: ${name}\ndata: {}\n\n`;

/** An agent writes a reply, and lets others see where they are. Who writes it is not told, and notes are not replies. */
const isReplying = (beat: News["beat"]): boolean => beat?.mode === "typing";

/**
 * `GET /widget/v1/stream`: server-sent events for visitors' pages, read by fetch. They say that something changed, never what.
 * Who has no thread yet is told once they have one.
 */
export async function openVisitorStreams(
  app: App,
  { context, realtime, log, countVisitors: count }: Pick<Services, "context" | "realtime" | "log" | "countVisitors">,
  widgets: Widgets,
  { heartbeatMs = defaultHeartbeatMs }: { heartbeatMs?: number } = {},
): Promise<{ connections(): number; close(): Promise<void> }> {
  const conversations = streamGroups();
  const visitors = streamGroups();
  const beats = sharedBeats(heartbeatMs);
  const told = newsTeller((conversationId) => conversations.of(conversationId));
  const places = followPlaces(context, (error) => log.warn({ error: error.name }, "where visitors are could not be looked up"));
  let ended = false;
  const unsubscribe = await realtime.subscribe(
    ({ kind, workspaceId, conversationId, beat }) => {
      if (conversationId !== undefined && (kind === "message" || kind === "conversation")) told.add(conversationId, event("changed"));
      else if (conversationId !== undefined && (kind === "visitor_told" || isReplying(beat))) told.add(conversationId, event("typing"));
      if (kind === "channel_account" || kind === "resync") widgets.forget();
      if (kind === "conversation") places.lookUp(workspaceId, "unknown");
      // Two customers became one, or one became two again: threads have moved.
      if (kind === "customer" || kind === "resync") places.lookUp(workspaceId, "all");
    },
    () => {
      for (const conversationId of conversations.keys()) told.add(conversationId, event("resync"));
      places.lookUpEverywhere();
      widgets.forget();
    },
  );

  app.get("/widget/v1/stream", async (c) => {
    const asking = await letIn(c, context, count, { needs: "visitor", limit: "read" });
    if (asking instanceof Response) return asking;
    const { visitor } = asking;
    const name = `${visitor.widget.id}/${visitor.claims.visitor}`;
    if ([...visitors.of(name)].length >= mostStreams)
      return problemOf(c, "too_many_requests", `A visitor has at most ${mostStreams} streams.`, { extra: { retryAfter: 15 } });
    await noteSeen(context, visitor);
    const { outgoing } = c.env as HttpBindings;
    if (!outgoing.destroyed) open(outgoing, visitor, name, c.get("requestId"), c.req.header("origin"));
    return RESPONSE_ALREADY_SENT.clone();
  });

  function open(outgoing: HttpBindings["outgoing"], visitor: Visitor, name: string, requestId: string, origin: string | undefined): void {
    const until = performance.now() + longestMs;
    let leave = () => {};
    // The entrance has let this origin in; its answer's headers are written by ourselves here.
    const cors: Record<string, string> = origin ? { "access-control-allow-origin": origin, vary: "Origin" } : {};
    const stream: LiveStream = openLiveStream(outgoing, {
      headers: {
        ...basicHeaders(requestId),
        ...cors,
        "content-type": "text/event-stream",
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
      },
      heartbeatMs,
      beats: (beat) => beats(() => (performance.now() > until ? stream.end() : beat())),
      onDropped: (waiting) =>
        log.warn({ workspaceId: visitor.widget.workspaceId, waiting }, "a visitor's page does not read: it is dropped and may come back"),
      onClosed: () => leave(),
    });
    let leaveConversation = () => {};
    const left = [
      visitors.join(name, stream),
      places.follow(keysOf(visitor), (conversationId) => {
        leaveConversation();
        leaveConversation = conversationId === null ? () => {} : conversations.join(conversationId, stream);
        stream.send(Buffer.from(event("changed")));
      }),
    ];
    leave = () => {
      for (const one of [...left, leaveConversation]) one();
    };
    stream.send(Buffer.from(`retry: ${reconnectWait(0, Math.random())}\n${event("resync")}`));
    if (ended) stream.end();
  }

  return {
    connections: () => visitors.all().length,
    close: async () => {
      ended = true;
      await told.all();
      for (const stream of visitors.all()) stream.end();
      await unsubscribe();
    },
  };
}
