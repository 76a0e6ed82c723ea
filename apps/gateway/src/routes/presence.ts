import { ok, type Present, toTypeId } from "@onethread/core";
import { presenceInput, presenceList, presentList } from "@onethread/core/api";
import { readConversation } from "@onethread/db/read";
import { bePresent } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, type RouteModule } from "../http/endpoint.ts";

export const shownPresent = ({ agentId, mode, since }: Present) => ({ agentId: toTypeId("agent", agentId), mode, since: since.toISOString() });

/** Who is at which conversation now, and what they do there. */
export const presenceRoutes: RouteModule = (app, { context, presence }) => {
  const tag = "Presence";
  endpoint(app, {
    method: "post",
    path: "/api/v1/conversations/{id}/presence",
    summary: "Say that one looks at a conversation or writes in it: when that changes, and every 10 seconds",
    right: "read",
    tag,
    params: idParam("conversation"),
    body: presenceInput,
    status: 204,
    response: z.null(),
    run: async ({ actor, params, body }) => {
      const seen = await bePresent(context, actor, params.id);
      if (!seen.ok) return seen;
      const { agentId, shown } = seen.value;
      const mode = shown ? body.mode : "gone";
      await presence.say({ workspaceId: actor.workspaceId, conversationId: params.id, agentId, device: body.device, mode });
      return ok(null);
    },
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/conversations/{id}/presence",
    summary: "Who is at a conversation",
    right: "read",
    tag,
    params: idParam("conversation"),
    response: presentList,
    run: async ({ actor, params }) => {
      const found = await readConversation(context.database, actor, params.id);
      const room = { workspaceId: actor.workspaceId, conversationId: params.id };
      return found.ok ? ok({ data: presence.at(room).map(shownPresent) }) : found;
    },
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/presence",
    summary: "Every conversation where somebody is",
    right: "read",
    tag,
    response: presenceList,
    run: async ({ actor }) =>
      ok({
        data: presence.rooms(actor.workspaceId).map(({ conversationId, people }) => ({
          conversationId: toTypeId("conversation", conversationId),
          people: people.map(shownPresent),
        })),
      }),
  });
};
