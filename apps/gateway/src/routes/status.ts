import { ok } from "@onethread/core";
import { gettingStarted, practiceInput, webhookReplay, webhookReplayInput, workspaceStatus } from "@onethread/core/api";
import { readGettingStarted } from "@onethread/db/read";
import { practise, readReplay, readStatus, replayWebhooks } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, maybeUuid, type RouteModule } from "../http/endpoint.ts";

/** How things stand, and what an admin does about what stands still. */
export const statusRoutes: RouteModule = (app, { context, simulatorUrl }) => {
  endpoint(app, {
    method: "get",
    path: "/api/v1/status",
    summary: "How late messages are, what is in quarantine, which channels have gone quiet",
    right: "see_status",
    tag: "Status",
    response: workspaceStatus,
    run: ({ actor }) => readStatus(context, actor),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/getting-started",
    summary: "Which of the first steps a workspace has taken",
    right: "read",
    tag: "Status",
    response: gettingStarted,
    run: async ({ actor }) => ok(await readGettingStarted(context.database, actor)),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/practice-messages",
    summary: "Let a customer who is not real write; only where the simulator plays the platform",
    right: "reply",
    tag: "Status",
    body: practiceInput,
    status: 204,
    response: z.null(),
    run: ({ actor, body }) => practise(context, actor, simulatorUrl, body.text),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/webhook-replays",
    summary: "Process all webhooks of a state again",
    right: "see_webhooks",
    tag: "Webhook events",
    body: webhookReplayInput,
    status: 201,
    response: webhookReplay,
    run: ({ actor, body }) =>
      replayWebhooks(context, actor, { state: body.state, channelAccountId: maybeUuid("channelAccount", body.channelAccountId) ?? null }),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/webhook-replays/{id}",
    summary: "How far a replay is, and what has become of its webhooks",
    right: "see_webhooks",
    tag: "Webhook events",
    params: idParam("webhookReplay"),
    response: webhookReplay,
    run: ({ actor, params }) => readReplay(context, actor, params.id),
  });
};
