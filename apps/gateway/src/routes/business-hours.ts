import { ok } from "@onethread/core";
import { businessHours, businessHoursInput, businessHoursList, businessHoursPatch } from "@onethread/core/api";
import { readBusinessHours } from "@onethread/db/read";
import { createBusinessHours, deleteBusinessHours, updateBusinessHours } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, type RouteModule } from "../http/endpoint.ts";

export const businessHoursRoutes: RouteModule = (app, { context }) => {
  const [tag, path] = ["Business hours", "/api/v1/business-hours"];
  const params = idParam("businessHours");
  endpoint(app, {
    method: "get",
    path,
    summary: "List business hours, with whether they are open now and who uses them",
    right: "read",
    tag,
    response: businessHoursList,
    run: async ({ actor }) => ok({ data: await readBusinessHours(context.database, actor, context.now()) }),
  });
  endpoint(app, {
    method: "post",
    path,
    summary: "Make business hours",
    right: "manage_business_hours",
    tag,
    body: businessHoursInput,
    status: 201,
    response: businessHours,
    run: ({ actor, body }) => createBusinessHours(context, actor, body),
  });
  endpoint(app, {
    method: "patch",
    path: `${path}/{id}`,
    summary: "Change business hours, or close until a time",
    right: "manage_business_hours",
    tag,
    params,
    body: businessHoursPatch,
    response: businessHours,
    run: ({ actor, params, body }) => updateBusinessHours(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "delete",
    path: `${path}/{id}`,
    summary: "Delete business hours that nobody uses",
    right: "manage_business_hours",
    tag,
    params,
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => deleteBusinessHours(context, actor, params.id),
  });
};
