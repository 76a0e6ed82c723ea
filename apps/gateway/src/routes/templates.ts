import { channelLog, limitQuery, templateList, templateQuery } from "@onethread/core/api";
import { readChannelLog } from "@onethread/db/read";
import { listTemplates, syncTemplates } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, type RouteModule, uuid } from "../http/endpoint.ts";

export const templateRoutes: RouteModule = (app, { context }) => {
  endpoint(app, {
    method: "get",
    path: "/api/v1/templates",
    summary: "List the templates that can be sent from a channel account",
    right: "read",
    tag: "Templates",
    query: templateQuery,
    response: templateList,
    run: ({ actor, query }) => listTemplates(context, actor, uuid("channelAccount", query.channelAccountId)),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/channel-accounts/{id}/templates/sync",
    summary: "Read the templates from the platform",
    right: "reply",
    tag: "Templates",
    params: idParam("channelAccount"),
    response: z.object({ count: z.number().int() }),
    run: ({ actor, params }) => syncTemplates(context, actor, params.id),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/channel-accounts/{id}/log",
    summary: "What the platform said about a channel account",
    right: "manage_channels",
    tag: "Channel accounts",
    params: idParam("channelAccount"),
    query: z.strictObject({ limit: limitQuery, cursor: z.string().optional() }),
    response: channelLog,
    run: ({ actor, params, query }) => readChannelLog(context.database, actor, { channelAccountId: params.id, ...query }),
  });
};
