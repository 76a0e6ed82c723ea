import { ok } from "@onethread/core";
import { savedView, savedViewInput, savedViewList, savedViewPatch } from "@onethread/core/api";
import { readSavedViews } from "@onethread/db/read";
import { createSavedView, deleteSavedView, updateSavedView } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, type RouteModule } from "../http/endpoint.ts";

const tag = "Saved views";
const path = "/api/v1/saved-views";
const params = idParam("savedView");

export const savedViewRoutes: RouteModule = (app, { context }) => {
  endpoint(app, {
    method: "get",
    path,
    summary: "List everybody's saved views and one's own",
    right: "read",
    tag,
    response: savedViewList,
    run: async ({ actor }) => ok({ data: await readSavedViews(context.database, actor) }),
  });
  endpoint(app, {
    method: "post",
    path,
    summary: "Save a view: one's own, or everybody's (needs the role supervisor)",
    right: "read",
    tag,
    body: savedViewInput,
    status: 201,
    response: savedView,
    run: ({ actor, body }) => createSavedView(context, actor, body),
  });
  endpoint(app, {
    method: "patch",
    path: `${path}/{id}`,
    summary: "Change, move or share a saved view",
    right: "read",
    tag,
    params,
    body: savedViewPatch,
    response: savedView,
    run: ({ actor, params, body }) => updateSavedView(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "delete",
    path: `${path}/{id}`,
    summary: "Delete a saved view",
    right: "read",
    tag,
    params,
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => deleteSavedView(context, actor, params.id),
  });
};
