import { z } from "zod";
import { channelSchema } from "./channel.ts";
import { timestamp, typeId } from "./primitives.ts";

/** A channel that usually talks at this time and does not. */
export const channelQuiet = z
  .object({
    since: timestamp,
    /** For so many full hours nothing has come. */
    hours: z.number().int(),
    /** How many messages usually come in these hours of this weekday. */
    usual: z.number().int(),
  })
  .meta({ id: "ChannelQuiet" });

/** `more`: there are more than counted; counting ends where the number stops to matter. */
const counted = z.object({ count: z.number().int(), more: z.boolean() });

/** How things stand for this workspace, in a few figures: what every screen shows at its edge. */
export const workspaceStatus = z
  .object({
    checkedAt: timestamp,
    /** What customers and platforms have sent and is not worked off yet. `lagSeconds`: how old the oldest of it is. */
    ingest: z.object({ lagSeconds: z.number(), oldestAt: timestamp.nullable(), waiting: counted }),
    /** Webhooks in quarantine; null for those who may not see them. */
    quarantined: counted.nullable(),
    /** Channels that have gone quiet; null for those who do not look after channels. */
    quiet: z.array(channelQuiet.extend({ channelAccountId: typeId("channelAccount"), channel: channelSchema, name: z.string() })).nullable(),
  })
  .meta({ id: "WorkspaceStatus" });
export type WorkspaceStatus = z.infer<typeof workspaceStatus>;

export const replayStates = ["quarantined", "ignored"] as const;
/** Which webhooks are drained again: all of a state, of one account or of all. */
export const webhookReplayInput = z.strictObject({ state: z.enum(replayStates), channelAccountId: typeId("channelAccount").optional() });
export const webhookReplay = z
  .object({
    id: typeId("webhookReplay"),
    state: z.enum(replayStates),
    channelAccountId: typeId("channelAccount").nullable(),
    by: z.string().nullable(),
    /** How many there were at the start. */
    total: z.number().int(),
    /** What has become of those that were put back so far. `waiting`: put back, not worked off yet. */
    outcomes: z.object({ waiting: z.number().int(), processed: z.number().int(), ignored: z.number().int(), quarantined: z.number().int() }),
    startedAt: timestamp,
    finishedAt: timestamp.nullable(),
  })
  .meta({ id: "WebhookReplay" });
export type WebhookReplay = z.infer<typeof webhookReplay>;
