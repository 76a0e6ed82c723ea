import { ok } from "@onethread/core";
import { scheduledMessage, scheduledMessageList, scheduleInput, schedulePatch, timelineItem } from "@onethread/core/api";
import { readConversation, readScheduledMessages } from "@onethread/db/read";
import { cancelScheduledMessage, rescheduleMessage, scheduleMessage, sendScheduledNow } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, maybeUuid, type RouteModule } from "../http/endpoint.ts";

/** Replies that wait for their time. */
export const scheduledMessageRoutes: RouteModule = (app, { context }) => {
  const tag = "Scheduled messages";
  endpoint(app, {
    method: "get",
    path: "/api/v1/conversations/{id}/scheduled-messages",
    summary: "What is scheduled in a conversation, the next first",
    right: "read",
    tag,
    params: idParam("conversation"),
    response: scheduledMessageList,
    run: async ({ actor, params }) => {
      const found = await readConversation(context.database, actor, params.id);
      return found.ok ? ok({ data: await readScheduledMessages(context.database, actor, params.id) }) : found;
    },
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/scheduled-messages",
    summary: "Send a message later",
    right: "reply",
    tag,
    params: idParam("conversation"),
    body: scheduleInput,
    status: 201,
    response: scheduledMessage,
    run: ({ actor, params, body }) =>
      scheduleMessage(context, actor, params.id, {
        id: maybeUuid("message", body.id),
        identityId: maybeUuid("identity", body.identityId),
        channelAccountId: maybeUuid("channelAccount", body.channelAccountId),
        content: body.content,
        replyToId: maybeUuid("message", body.replyToId),
        scheduledFor: new Date(body.scheduledFor),
      }),
  });
  endpoint(app, {
    method: "patch",
    path: "/api/v1/scheduled-messages/{id}",
    summary: "Send it at another time",
    right: "reply",
    tag,
    params: idParam("message"),
    body: schedulePatch,
    response: scheduledMessage,
    run: ({ actor, params, body }) => rescheduleMessage(context, actor, params.id, new Date(body.scheduledFor)),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/scheduled-messages/{id}",
    summary: "Do not send it",
    right: "reply",
    tag,
    params: idParam("message"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => cancelScheduledMessage(context, actor, params.id),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/scheduled-messages/{id}/send",
    summary: "Send it now",
    right: "reply",
    tag,
    params: idParam("message"),
    status: 202,
    response: timelineItem,
    run: ({ actor, params }) => sendScheduledNow(context, actor, params.id),
  });
};
