import { ok, toTypeId } from "@onethread/core";
import {
  agentList,
  agentPatch,
  agentSettings,
  agentSettingsPatch,
  apiKeyInput,
  apiKeyList,
  invitation,
  invitationInput,
  label,
  labelInput,
  labelList,
  labelPatch,
  me,
  newApiKey,
} from "@onethread/core/api";
import { readAgentSettings, readAgents, readApiKeys, readLabels, readWorkspace } from "@onethread/db/read";
import {
  createApiKey,
  createLabel,
  deleteLabel,
  inviteAgent,
  listAgents,
  removeAgent,
  resetSecondFactor,
  revokeApiKey,
  updateAgent,
  updateAgentSettings,
  updateLabel,
} from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, type RouteModule } from "../http/endpoint.ts";

export const teamRoutes: RouteModule = (app, { context, publicUrl, simulatorUrl }) => {
  const tag = "Team";
  endpoint(app, {
    method: "get",
    path: "/api/v1/me",
    summary: "Who is asking",
    right: "read",
    tag,
    response: me,
    run: async ({ actor }) => {
      const workspace = await readWorkspace(context.database, actor);
      const own =
        actor.kind === "agent" ? (await readAgents(context.database, actor)).find((one) => one.id === toTypeId("agent", actor.agentId)) : undefined;
      return ok({
        workspace: { id: toTypeId("workspace", actor.workspaceId), name: workspace?.name ?? "", demo: workspace?.demo ?? false },
        agent: own ? { id: own.id, name: own.name, email: own.email, role: own.role } : null,
        simulated: context.meta.simulated,
        simulatorUrl: context.meta.simulated ? simulatorUrl : null,
      });
    },
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/me/settings",
    summary: "What the asking agent has chosen for themselves",
    right: "read",
    tag,
    response: agentSettings,
    run: async ({ actor }) => ok(await readAgentSettings(context.database, actor)),
  });
  endpoint(app, {
    method: "patch",
    path: "/api/v1/me/settings",
    summary: "Change one's own settings: those that are named",
    right: "read",
    tag,
    body: agentSettingsPatch,
    response: agentSettings,
    run: ({ actor, body }) => updateAgentSettings(context, actor, body),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/agents",
    summary: "List agents",
    right: "read",
    tag,
    response: agentList,
    run: async ({ actor }) => {
      const agents = await listAgents(context, actor);
      return agents.ok ? ok({ data: agents.value }) : agents;
    },
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/invitations",
    summary: "Invite a colleague: answers a one-time link",
    right: "manage_members",
    tag,
    body: invitationInput,
    status: 201,
    response: invitation,
    run: async ({ actor, body }) => {
      const made = await inviteAgent(context, actor, body);
      if (!made.ok) return made;
      const { token, ...rest } = made.value;
      return ok({ ...rest, url: `${publicUrl}/invite/${token}` });
    },
  });
  endpoint(app, {
    method: "patch",
    path: "/api/v1/agents/{id}",
    summary: "Change an agent's name or role",
    right: "manage_members",
    tag,
    params: idParam("agent"),
    body: agentPatch,
    status: 204,
    response: z.null(),
    run: ({ actor, params, body }) => updateAgent(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/agents/{id}",
    summary: "Take an agent out of the workspace",
    right: "manage_members",
    tag,
    params: idParam("agent"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => removeAgent(context, actor, params.id),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/agents/{id}/second-factor",
    summary: "Let an agent sign in without a code until they set one up anew",
    right: "manage_members",
    tag,
    params: idParam("agent"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => resetSecondFactor(context, actor, params.id),
  });
};

export const apiKeyRoutes: RouteModule = (app, { context }) => {
  const tag = "API keys";
  endpoint(app, {
    method: "get",
    path: "/api/v1/api-keys",
    summary: "List API keys",
    right: "manage_api_keys",
    tag,
    response: apiKeyList,
    run: async ({ actor }) => ok({ data: await readApiKeys(context.database, actor) }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/api-keys",
    summary: "Make an API key: it is shown this once",
    right: "manage_api_keys",
    tag,
    body: apiKeyInput,
    status: 201,
    response: newApiKey,
    run: ({ actor, body }) => createApiKey(context, actor, body),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/api-keys/{id}",
    summary: "Revoke an API key",
    right: "manage_api_keys",
    tag,
    params: idParam("apiKey"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => revokeApiKey(context, actor, params.id),
  });
};

export const labelRoutes: RouteModule = (app, { context }) => {
  const tag = "Labels";
  endpoint(app, {
    method: "get",
    path: "/api/v1/labels",
    summary: "List labels",
    right: "read",
    tag,
    response: labelList,
    run: async ({ actor }) => ok({ data: await readLabels(context.database, actor) }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/labels",
    summary: "Make a label",
    right: "manage_labels",
    tag,
    body: labelInput,
    status: 201,
    response: label,
    run: ({ actor, body }) => createLabel(context, actor, body),
  });
  endpoint(app, {
    method: "patch",
    path: "/api/v1/labels/{id}",
    summary: "Change a label",
    right: "manage_labels",
    tag,
    params: idParam("label"),
    body: labelPatch,
    response: label,
    run: ({ actor, params, body }) => updateLabel(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/labels/{id}",
    summary: "Delete a label",
    right: "manage_labels",
    tag,
    params: idParam("label"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => deleteLabel(context, actor, params.id),
  });
};
