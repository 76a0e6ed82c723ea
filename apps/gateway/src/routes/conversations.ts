import { ok } from "@onethread/core";
import {
  casePage,
  caseQuery,
  conversation,
  conversationCount,
  conversationFilePage,
  conversationFileQuery,
  conversationPage,
  conversationPatch,
  conversationQuery,
  countQuery,
  doorList,
  timelinePage,
  timelineQuery,
} from "@onethread/core/api";
import { countConversations, readCases, readConversation, readConversationFiles, readConversations, readTimeline } from "@onethread/db/read";
import { followConversation, listDoors, unfollowConversation, updateConversation } from "@onethread/operations";
import { endpoint, idParam, itemUuid, maybeUuid, type RouteModule, uuid } from "../http/endpoint.ts";

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
    path: "/api/v1/conversation-count",
    summary: "Count the conversations of a list, to 999",
    right: "read",
    tag,
    query: countQuery,
    response: conversationCount,
    run: ({ actor, query }) => countConversations(context.database, actor, query),
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
  for (const [method, summary, run] of [
    ["put", "Follow a conversation: one is told what happens there", followConversation],
    ["delete", "Follow a conversation no longer", unfollowConversation],
  ] as const) {
    endpoint(app, {
      method,
      path: "/api/v1/conversations/{id}/followers/me",
      summary,
      right: "read",
      tag,
      params: idParam("conversation"),
      response: conversation,
      run: ({ actor, params }) => run(context, actor, params.id),
    });
  }
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
      if (!found.ok) return found;
      const around = query.around === undefined ? undefined : itemUuid(query.around);
      const caseId = query.case === undefined || query.case === "latest" ? query.case : uuid("case", query.case);
      return readTimeline(context.database, actor, { ...query, conversationId: params.id, around, case: caseId });
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
    path: "/api/v1/conversations/{id}/files",
    summary: "List a conversation's files, the latest first",
    right: "read",
    tag,
    params: idParam("conversation"),
    query: conversationFileQuery,
    response: conversationFilePage,
    run: async ({ actor, params, query }) => {
      const found = await readConversation(context.database, actor, params.id);
      return found.ok ? readConversationFiles(context.database, actor, { conversationId: params.id, ...query }) : found;
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
};
