import type { Handlers } from "@onethread/jobs";
import {
  type Context,
  checkChannel,
  continueBulkChange,
  continueReplay,
  deliverMessages,
  drainWebhooks,
  fetchMedia,
  fetchProfiles,
  listenForSilence,
  type Nudges,
} from "@onethread/operations";

/** What handlers work with: verbs' context, word of stored webhooks, and somebody who wants to know how much was settled. */
export type WorkerContext = Context & { nudges: Nudges; drained: (settled: number, ms: number) => void };

/** Job name -> verb. Typed by the catalog: a missing or an extra handler does not compile. */
export const handlers = (context: WorkerContext): Handlers => ({
  "webhooks.drain": async () => void (await drainWebhooks(context, { nudges: context.nudges, onBatch: context.drained })),
  "message.deliver": (payload) => deliverMessages(context, payload),
  "profiles.fetch": () => fetchProfiles(context),
  "media.fetch": () => fetchMedia(context),
  "channel.check": (payload) => checkChannel(context, payload),
  "channels.listen": () => listenForSilence(context),
  "conversations.change": (payload) => continueBulkChange(context, payload),
  "webhooks.replay": (payload) => continueReplay(context, payload),
});
