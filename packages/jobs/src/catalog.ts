import { z } from "zod";

/**
 * Every job there is, as data. A payload carries ids only; the row it points at is the truth, so a job may be lost,
 * doubled or late without harm. `deduplicate`: while one such job waits or runs, a further ring is folded into one more
 * run after it. Attempts are few: the sweeper rings again for whatever a row still needs.
 */
export const catalog = {
  "webhooks.drain": {
    queue: "webhooks",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 500,
    concurrency: 2,
    deduplicate: () => "drain",
  },
  "message.deliver": {
    queue: "delivery",
    payload: z.strictObject({ workspaceId: z.uuid(), conversationId: z.uuid() }),
    attempts: 3,
    backoffMs: 500,
    concurrency: 20,
    deduplicate: (payload: { conversationId: string }) => payload.conversationId,
  },
  "profiles.fetch": {
    queue: "channels",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 2000,
    concurrency: 4,
    deduplicate: () => "profiles",
  },
  "media.fetch": {
    queue: "media",
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 2000,
    concurrency: 2,
    deduplicate: () => "media",
  },
  "channel.check": {
    queue: "channels",
    payload: z.strictObject({ workspaceId: z.uuid(), channelAccountId: z.uuid() }),
    attempts: 3,
    backoffMs: 2000,
    concurrency: 4,
    deduplicate: (payload: { channelAccountId: string }) => payload.channelAccountId,
  },
  "channels.listen": {
    queue: "channels",
    payload: z.strictObject({}),
    attempts: 1,
    backoffMs: 2000,
    concurrency: 4,
    deduplicate: () => "listen",
  },
  "webhooks.replay": {
    queue: "channels",
    payload: z.strictObject({ workspaceId: z.uuid(), replayId: z.uuid() }),
    attempts: 3,
    backoffMs: 2000,
    concurrency: 4,
    deduplicate: (payload: { replayId: string }) => payload.replayId,
  },
  "conversations.change": {
    queue: "channels",
    payload: z.strictObject({ workspaceId: z.uuid(), bulkChangeId: z.uuid() }),
    attempts: 3,
    backoffMs: 2000,
    concurrency: 4,
    deduplicate: (payload: { bulkChangeId: string }) => payload.bulkChangeId,
  },
} as const;

export type JobName = keyof typeof catalog;
export type JobPayload<N extends JobName> = z.infer<(typeof catalog)[N]["payload"]>;
export type Handlers = { [N in JobName]: (payload: JobPayload<N>) => Promise<void> };

export const queueNames = [...new Set(Object.values(catalog).map((entry) => entry.queue))];
