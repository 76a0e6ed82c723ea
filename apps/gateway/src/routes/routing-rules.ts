import { ok } from "@onethread/core";
import {
  routingDecisionList,
  routingDryRun,
  routingDryRunInput,
  routingRule,
  routingRuleInput,
  routingRuleList,
  routingRulePatch,
} from "@onethread/core/api";
import { readRoutingDecisions, readRoutingRules } from "@onethread/db/read";
import { createRoutingRule, deleteRoutingRule, dryRunRouting, updateRoutingRule } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, maybeUuid, type RouteModule } from "../http/endpoint.ts";

/** Where new cases go, what would become of known ones, and why one went where it is. */
export const routingRuleRoutes: RouteModule = (app, { context }) => {
  const [tag, path] = ["Routing", "/api/v1/routing-rules"];
  const params = idParam("routingRule");
  endpoint(app, {
    method: "get",
    path,
    summary: "List routing rules in their order, with what keeps each from working",
    right: "read",
    tag,
    response: routingRuleList,
    run: async ({ actor }) => ok({ data: await readRoutingRules(context.database, actor) }),
  });
  endpoint(app, {
    method: "post",
    path,
    summary: "Make a routing rule; it stands last",
    right: "manage_routing",
    tag,
    body: routingRuleInput,
    status: 201,
    response: routingRule,
    run: ({ actor, body }) => createRoutingRule(context, actor, body),
  });
  endpoint(app, {
    method: "post",
    path: `${path}/dry-run`,
    summary: "What the rules, and one that is not saved yet, would do with one conversation or the 50 last active ones; changes nothing",
    right: "manage_routing",
    tag,
    body: routingDryRunInput,
    response: routingDryRun,
    run: ({ actor, body }) => dryRunRouting(context, actor, maybeUuid("conversation", body.conversationId), body.rule),
  });
  endpoint(app, {
    method: "patch",
    path: `${path}/{id}`,
    summary: "Change, move, switch on or off a routing rule",
    right: "manage_routing",
    tag,
    params,
    body: routingRulePatch,
    response: routingRule,
    run: ({ actor, params, body }) => updateRoutingRule(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "delete",
    path: `${path}/{id}`,
    summary: "Delete a routing rule",
    right: "manage_routing",
    tag,
    params,
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => deleteRoutingRule(context, actor, params.id),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/conversations/{id}/routing-decisions",
    summary: "Why a conversation's cases went where they went, the latest first",
    right: "read",
    tag,
    params: idParam("conversation"),
    response: routingDecisionList,
    run: async ({ actor, params }) => {
      const found = await readRoutingDecisions(context.database, actor, params.id);
      return found.ok ? ok({ data: found.value }) : found;
    },
  });
};
