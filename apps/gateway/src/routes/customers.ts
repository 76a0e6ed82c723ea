import { identityKinds, ok } from "@onethread/core";
import {
  claimInput,
  customer,
  customerPage,
  customerPatch,
  handOverLink,
  handOverLinkInput,
  limitQuery,
  merge,
  mergeInput,
  mergeList,
  mergeSuggestionList,
} from "@onethread/core/api";
import { readCustomer, readCustomers, readMergeSuggestions, readMerges } from "@onethread/db/read";
import { claimIdentity, createHandOverLink, mergeCustomers, undoMerge, updateCustomer } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, type RouteModule, uuid } from "../http/endpoint.ts";

const identityQuery = z
  .string()
  .regex(new RegExp(`^(${identityKinds.join("|")}):.+$`), "must be <kind>:<value>")
  .transform((text) => ({ kind: text.slice(0, text.indexOf(":")), value: text.slice(text.indexOf(":") + 1) }))
  .optional();

export const customerRoutes: RouteModule = (app, { context }) => {
  const tag = "Customers";
  endpoint(app, {
    method: "get",
    path: "/api/v1/customers",
    summary: "List customers",
    right: "read",
    tag,
    query: z.strictObject({
      q: z.string().trim().min(1).max(200).optional(),
      identity: identityQuery,
      limit: limitQuery,
      cursor: z.string().optional(),
    }),
    response: customerPage,
    run: ({ actor, query }) => readCustomers(context.database, actor, query),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/customers/{id}",
    summary: "Get a customer",
    right: "read",
    tag,
    params: idParam("customer"),
    response: customer,
    run: ({ actor, params }) => readCustomer(context.database, actor, params.id),
  });
  endpoint(app, {
    method: "patch",
    path: "/api/v1/customers/{id}",
    summary: "Change a customer",
    right: "work_cases",
    tag,
    params: idParam("customer"),
    body: customerPatch,
    response: customer,
    run: ({ actor, params, body }) => updateCustomer(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/customers/{id}/identities",
    summary: "Note an address somebody told (a claim)",
    right: "work_cases",
    tag,
    params: idParam("customer"),
    body: claimInput,
    status: 201,
    response: customer,
    run: ({ actor, params, body }) => claimIdentity(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/merge-suggestions",
    summary: "List pairs of customers that may be one",
    right: "read",
    tag,
    response: mergeSuggestionList,
    run: async ({ actor }) => ok({ data: await readMergeSuggestions(context.database, actor) }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/customers/{id}/merge",
    summary: "Merge another customer into this one",
    right: "merge_customers",
    tag,
    params: idParam("customer"),
    body: mergeInput,
    status: 201,
    response: merge,
    run: ({ actor, params, body }) => mergeCustomers(context, actor, { ...body, survivorId: params.id, otherId: uuid("customer", body.other) }),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/customers/{id}/merges",
    summary: "List a customer's merges",
    right: "read",
    tag,
    params: idParam("customer"),
    response: mergeList,
    run: async ({ actor, params }) => {
      const found = await readCustomer(context.database, actor, params.id);
      return found.ok ? ok({ data: await readMerges(context.database, actor, params.id) }) : found;
    },
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/merges/{id}/undo",
    summary: "Undo a merge",
    right: "undo_merge",
    tag,
    params: idParam("merge"),
    response: merge,
    run: ({ actor, params }) => undoMerge(context, actor, params.id),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/customers/{id}/hand-over-links",
    summary: "Make a link that carries the customer to another channel",
    right: "reply",
    tag,
    params: idParam("customer"),
    body: handOverLinkInput,
    status: 201,
    response: handOverLink,
    run: ({ actor, params, body }) => createHandOverLink(context, actor, params.id, uuid("channelAccount", body.channelAccountId)),
  });
};
