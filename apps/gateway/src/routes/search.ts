import { searchAnswer, searchQuery } from "@onethread/core/api";
import { search } from "@onethread/operations";
import { endpoint, type RouteModule } from "../http/endpoint.ts";

export const searchRoutes: RouteModule = (app, { context }) => {
  endpoint(app, {
    method: "get",
    path: "/api/v1/search",
    summary: "Find customers, conversations, messages and notes",
    right: "read",
    tag: "Search",
    query: searchQuery,
    response: searchAnswer,
    run: ({ actor, query }) => search(context, actor, query),
  });
};
