import { ok } from "@onethread/core";
import { cannedReply, cannedReplyInput, cannedReplyList, cannedReplyPatch } from "@onethread/core/api";
import { readCannedReplies } from "@onethread/db/read";
import { createCannedReply, deleteCannedReply, noteCannedReplyUse, updateCannedReply } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, type RouteModule } from "../http/endpoint.ts";

export const cannedReplyRoutes: RouteModule = (app, { context }) => {
  const tag = "Canned replies";
  endpoint(app, {
    method: "get",
    path: "/api/v1/canned-replies",
    summary: "List canned replies: everybody's and one's own",
    right: "read",
    tag,
    response: cannedReplyList,
    run: async ({ actor }) => ok({ data: await readCannedReplies(context.database, actor) }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/canned-replies",
    summary: "Make a canned reply",
    right: "reply",
    tag,
    body: cannedReplyInput,
    status: 201,
    response: cannedReply,
    run: ({ actor, body }) => createCannedReply(context, actor, body),
  });
  endpoint(app, {
    method: "patch",
    path: "/api/v1/canned-replies/{id}",
    summary: "Change a canned reply",
    right: "reply",
    tag,
    params: idParam("cannedReply"),
    body: cannedReplyPatch,
    response: cannedReply,
    run: ({ actor, params, body }) => updateCannedReply(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/canned-replies/{id}",
    summary: "Delete a canned reply",
    right: "reply",
    tag,
    params: idParam("cannedReply"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => deleteCannedReply(context, actor, params.id),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/canned-replies/{id}/uses",
    summary: "Count that a reply was begun with it",
    right: "reply",
    tag,
    params: idParam("cannedReply"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => noteCannedReplyUse(context, actor, params.id),
  });
};
