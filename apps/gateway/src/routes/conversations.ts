import { fail, fromTypeId, ok } from "@onethread/core";
import {
  casePage,
  caseQuery,
  conversation,
  conversationPage,
  conversationPatch,
  conversationQuery,
  doorList,
  messageDetail,
  noteInput,
  readInput,
  sendInput,
  timelineItem,
  timelinePage,
  timelineQuery,
} from "@onethread/core/api";
import { readCases, readConversation, readConversations, readMessage, readMessagesByExternalId, readTimeline } from "@onethread/db/read";
import { announceTyping, listDoors, markRead, retryMessage, sendReply, updateConversation, writeNote } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, maybeUuid, type RouteModule, uuid } from "../http/endpoint.ts";

/** Timeline items are messages, notes and events; the prefix says which. */
const itemUuid = (id: string) => fromTypeId("message", id) ?? fromTypeId("note", id) ?? fromTypeId("event", id);

const tag = "Conversations";

export const conversationRoutes: RouteModule = (app, { context }) => {
  endpoint(app, {
    method: "get",
    path: "/api/v1/conversations",
    summary: "List conversations",
    right: "read",
    tag,
    query: conversationQuery,
    response: conversationPage,
    run: ({ actor, query }) => readConversations(context.database, actor, query),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/conversations/{id}",
    summary: "Get a conversation",
    right: "read",
    tag,
    params: idParam("conversation"),
    response: conversation,
    run: ({ actor, params }) => readConversation(context.database, actor, params.id),
  });
  endpoint(app, {
    method: "patch",
    path: "/api/v1/conversations/{id}",
    summary: "Change a conversation's status, assignment, priority or labels",
    right: "work_cases",
    tag,
    params: idParam("conversation"),
    body: conversationPatch,
    response: conversation,
    run: ({ actor, params, body }) =>
      updateConversation(context, actor, params.id, {
        version: body.version,
        status: body.status,
        priority: body.priority,
        snoozedUntil: body.snoozedUntil === undefined || body.snoozedUntil === null ? body.snoozedUntil : new Date(body.snoozedUntil),
        assigneeId: maybeUuid("agent", body.assigneeId),
        queueId: maybeUuid("queue", body.queueId),
        labelIds: body.labels?.map((id) => uuid("label", id)),
        lastSeenItemId: body.lastSeenItemId === undefined ? undefined : (itemUuid(body.lastSeenItemId) ?? undefined),
      }),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/conversations/{id}/timeline",
    summary: "Read a conversation's timeline",
    right: "read",
    tag,
    params: idParam("conversation"),
    query: timelineQuery,
    response: timelinePage,
    run: async ({ actor, params, query }) => {
      const found = await readConversation(context.database, actor, params.id);
      return found.ok ? readTimeline(context.database, actor, { conversationId: params.id, ...query }) : found;
    },
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/conversations/{id}/cases",
    summary: "List a conversation's cases, the latest first",
    right: "read",
    tag,
    params: idParam("conversation"),
    query: caseQuery,
    response: casePage,
    run: async ({ actor, params, query }) => {
      const found = await readConversation(context.database, actor, params.id);
      return found.ok ? readCases(context.database, actor, { conversationId: params.id, ...query }) : found;
    },
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/conversations/{id}/sendability",
    summary: "Whether, how and until when one may write, door by door",
    right: "read",
    tag,
    params: idParam("conversation"),
    response: doorList,
    run: async ({ actor, params }) => {
      const doors = await listDoors(context, actor, params.id);
      return doors.ok ? ok({ data: doors.value }) : doors;
    },
  });
  writingRoutes(app, context);
  messageRoutes(app, context);
};

type Operations = Parameters<RouteModule>[1]["context"];

function writingRoutes(app: Parameters<RouteModule>[0], context: Operations): void {
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/messages",
    summary: "Send a message",
    right: "reply",
    tag,
    params: idParam("conversation"),
    body: sendInput,
    status: 202,
    response: timelineItem,
    run: ({ actor, params, body }) =>
      sendReply(context, actor, params.id, {
        id: maybeUuid("message", body.id),
        identityId: maybeUuid("identity", body.identityId),
        channelAccountId: maybeUuid("channelAccount", body.channelAccountId),
        text: body.content.text,
        replyToId: maybeUuid("message", body.replyToId),
        lastSeenMessageId: maybeUuid("message", body.lastSeenMessageId),
      }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/notes",
    summary: "Write a note for the team",
    right: "work_cases",
    tag,
    params: idParam("conversation"),
    body: noteInput,
    status: 201,
    response: timelineItem,
    run: ({ actor, params, body }) =>
      writeNote(context, actor, params.id, { text: body.text, mentions: body.mentions?.map((id) => uuid("agent", id)) }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/read",
    summary: "Mark a conversation read up to an item",
    right: "work_cases",
    tag,
    params: idParam("conversation"),
    body: readInput,
    response: z.object({ unread: z.number().int() }),
    run: async ({ actor, params, body }) => {
      const id = itemUuid(body.upToId);
      if (!id)
        return fail("invalid_request", "Some fields are not valid.", {
          errors: [{ pointer: "/upToId", detail: "must be the id of a timeline item" }],
        });
      return markRead(context, actor, params.id, id);
    },
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/typing",
    summary: "Tell colleagues that a reply is being written",
    right: "reply",
    tag,
    params: idParam("conversation"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => announceTyping(context, actor, params.id),
  });
}

function messageRoutes(app: Parameters<RouteModule>[0], context: Operations): void {
  endpoint(app, {
    method: "get",
    path: "/api/v1/messages",
    summary: "Find messages by the platform's id",
    right: "read",
    tag: "Messages",
    query: z.strictObject({ externalId: z.string().min(1).max(1000) }),
    response: timelinePage,
    run: async ({ actor, query }) =>
      ok({ data: await readMessagesByExternalId(context.database, actor, query.externalId), page: { next: null, prev: null } }),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/messages/{id}",
    summary: "Get a message with its delivery attempts and status history",
    right: "read",
    tag: "Messages",
    params: idParam("message"),
    response: messageDetail,
    run: ({ actor, params }) => readMessage(context.database, actor, params.id),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/messages/{id}/retry",
    summary: "Send a failed or uncertain message again",
    right: "reply",
    tag: "Messages",
    params: idParam("message"),
    status: 202,
    response: timelineItem,
    run: ({ actor, params }) => retryMessage(context, actor, params.id),
  });
}
