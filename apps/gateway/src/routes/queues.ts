import { ok } from "@onethread/core";
import { queue, queueInput, queueList, queuePatch, viewList } from "@onethread/core/api";
import { readQueues, readViewCounts } from "@onethread/db/read";
import { createQueue, deleteQueue, updateQueue } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, maybeUuid, type RouteModule } from "../http/endpoint.ts";

const ours = <T extends { businessHoursId?: string | null | undefined }>(body: T): T => ({
  ...body,
  businessHoursId: maybeUuid("businessHours", body.businessHoursId),
});

/** Queues, and how much waits in them and in the views. */
export const queueRoutes: RouteModule = (app, { context }) => {
  const tag = "Queues";
  endpoint(app, {
    method: "get",
    path: "/api/v1/views",
    summary: "How many conversations each view of the inbox holds",
    right: "read",
    tag,
    response: viewList,
    run: async ({ actor }) => ok({ data: await readViewCounts(context.database, actor) }),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/queues",
    summary: "List queues, with the number of open conversations in each",
    right: "read",
    tag,
    response: queueList,
    run: async ({ actor }) => ok({ data: await readQueues(context.database, actor) }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/queues",
    summary: "Make a queue",
    right: "manage_queues",
    tag,
    body: queueInput,
    status: 201,
    response: queue,
    run: ({ actor, body }) => createQueue(context, actor, ours(body)),
  });
  endpoint(app, {
    method: "patch",
    path: "/api/v1/queues/{id}",
    summary: "Change a queue",
    right: "manage_queues",
    tag,
    params: idParam("queue"),
    body: queuePatch,
    response: queue,
    run: ({ actor, params, body }) => updateQueue(context, actor, params.id, ours(body)),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/queues/{id}",
    summary: "Delete a queue: its conversations stay, in no queue",
    right: "manage_queues",
    tag,
    params: idParam("queue"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => deleteQueue(context, actor, params.id),
  });
};
