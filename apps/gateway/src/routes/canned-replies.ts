import { ok } from "@onethread/core";
import {
  cannedReply,
  cannedReplyImport,
  cannedReplyImported,
  cannedReplyInput,
  cannedReplyList,
  cannedReplyPatch,
  cannedReplyUse,
} from "@onethread/core/api";
import { readCannedReplies } from "@onethread/db/read";
import { createCannedReply, deleteCannedReply, importCannedReplies, updateCannedReply, useCannedReply } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, type RouteModule, uuid } from "../http/endpoint.ts";

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
    run: ({ actor, body }) => createCannedReply(context, actor, { ...body, attachmentIds: uuids(body.attachmentIds) }),
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
    run: ({ actor, params, body: { attachmentIds, ...texts } }) =>
      updateCannedReply(context, actor, params.id, { ...texts, ...(attachmentIds && { attachmentIds: uuids(attachmentIds) }) }),
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
    summary: "Begin a reply with it: counts the use, and answers copies of its files",
    right: "reply",
    tag,
    params: idParam("cannedReply"),
    response: cannedReplyUse,
    run: ({ actor, params }) => useCannedReply(context, actor, params.id),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/canned-replies/import",
    summary: "Make many canned replies at once",
    right: "reply",
    tag,
    body: cannedReplyImport,
    response: cannedReplyImported,
    run: ({ actor, body }) => importCannedReplies(context, actor, body),
  });
};

const uuids = (ids: readonly string[]): string[] => ids.map((id) => uuid("attachment", id));
