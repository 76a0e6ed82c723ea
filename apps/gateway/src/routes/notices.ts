import { ok } from "@onethread/core";
import { noticeList, noticeQuery } from "@onethread/core/api";
import { readNotices } from "@onethread/db/read";
import { endpoint, type RouteModule, uuid } from "../http/endpoint.ts";

export const noticeRoutes: RouteModule = (app, { context }) => {
  endpoint(app, {
    method: "get",
    path: "/api/v1/me/notices",
    summary: "What happened in these conversations a moment ago that concerns the asking agent",
    right: "read",
    tag: "Team",
    query: noticeQuery,
    response: noticeList,
    run: async ({ actor, query }) => {
      const ids = query.conversations.map((id) => uuid("conversation", id));
      return ok({ data: await readNotices(context.database, actor, ids, context.now()) });
    },
  });
};
