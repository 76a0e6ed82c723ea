import type { Handlers } from "@onethread/jobs";
import { type Context, checkChannel, deliverMessages, drainWebhooks, fetchMedia, fetchProfiles } from "@onethread/operations";

/** Job name -> verb. Typed by the catalog: a missing or an extra handler does not compile. */
export const handlers = (context: Context): Handlers => ({
  "webhooks.drain": async () => void (await drainWebhooks(context)),
  "message.deliver": (payload) => deliverMessages(context, payload),
  "profiles.fetch": () => fetchProfiles(context),
  "media.fetch": () => fetchMedia(context),
  "channel.check": (payload) => checkChannel(context, payload),
});
