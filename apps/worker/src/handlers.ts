import type { Handlers } from "@onethread/jobs";
import { type Context, checkChannel, deliverMessages, drainWebhooks, fetchMedia, fetchProfiles } from "@onethread/operations";

/** What handlers work with: verbs' context, and somebody who wants to know how much a drain has settled. */
export type WorkerContext = Context & { drained: (settled: number, ms: number) => void };

/** Job name -> verb. Typed by the catalog: a missing or an extra handler does not compile. */
export const handlers = (context: WorkerContext): Handlers => ({
  "webhooks.drain": async () => {
    const started = performance.now();
    context.drained(await drainWebhooks(context), performance.now() - started);
  },
  "message.deliver": (payload) => deliverMessages(context, payload),
  "profiles.fetch": () => fetchProfiles(context),
  "media.fetch": () => fetchMedia(context),
  "channel.check": (payload) => checkChannel(context, payload),
});
