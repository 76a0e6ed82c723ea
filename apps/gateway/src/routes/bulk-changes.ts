import { bulkChange, bulkChangeInput } from "@onethread/core/api";
import { readBulkChange, startBulkChange, undoBulkChange } from "@onethread/operations";
import { endpoint, idParam, maybeUuid, type RouteModule, uuid } from "../http/endpoint.ts";

const tag = "Bulk changes";
const path = "/api/v1/bulk-changes";
const params = idParam("bulkChange");

export const bulkChangeRoutes: RouteModule = (app, { context }) => {
  endpoint(app, {
    method: "post",
    path,
    summary: "Change many conversations at once: named ones, or all that a list holds",
    right: "work_cases",
    tag,
    body: bulkChangeInput,
    status: 202,
    response: bulkChange,
    run: ({ actor, body }) => {
      const { conversations, change } = body;
      const which = "ids" in conversations ? { ids: conversations.ids.map((id) => uuid("conversation", id)) } : conversations;
      return startBulkChange(context, actor, which, {
        ...change,
        assigneeId: maybeUuid("agent", change.assigneeId),
        queueId: maybeUuid("queue", change.queueId),
      });
    },
  });
  endpoint(app, {
    method: "get",
    path: `${path}/{id}`,
    summary: "How far a change of many conversations is, and what it skipped",
    right: "read",
    tag,
    params,
    response: bulkChange,
    run: ({ actor, params }) => readBulkChange(context, actor, params.id),
  });
  endpoint(app, {
    method: "post",
    path: `${path}/{id}/undo`,
    summary: "Take a change of many conversations back",
    right: "work_cases",
    tag,
    params,
    status: 202,
    response: bulkChange,
    run: ({ actor, params }) => undoBulkChange(context, actor, params.id),
  });
};
