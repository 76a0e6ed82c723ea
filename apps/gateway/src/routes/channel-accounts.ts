import { fail, fromTypeId, ok } from "@onethread/core";
import {
  channelAccount,
  channelAccountInput,
  channelAccountList,
  channelAccountPatch,
  channelConnection,
  channelHealth,
  connectionProgress,
  webhookEvent,
  webhookEventPage,
  webhookEventQuery,
} from "@onethread/core/api";
import { readChannelAccount, readChannelAccounts, readChannelHealth } from "@onethread/db/read";
import {
  connectChannel,
  describeConnection,
  disconnectChannel,
  getWebhookEvent,
  listWebhookEvents,
  readConnectionProgress,
  replayWebhook,
  updateChannel,
} from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, itemUuid, maybeUuid, type RouteModule } from "../http/endpoint.ts";

export const channelAccountRoutes: RouteModule = (app, { context, publicUrl }) => {
  const tag = "Channel accounts";
  const { simulated } = context.meta;
  endpoint(app, {
    method: "get",
    path: "/api/v1/channel-accounts",
    summary: "List channel accounts",
    right: "read",
    tag,
    response: channelAccountList,
    run: async ({ actor }) => ok({ data: await readChannelAccounts(context.database, actor, simulated) }),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/channel-accounts",
    summary: "Connect a channel account",
    right: "manage_channels",
    tag,
    body: channelAccountInput,
    status: 201,
    response: channelAccount,
    run: ({ actor, body }) => connectChannel(context, actor, { ...body, settings: body.settings ?? {}, credentials: body.credentials ?? {} }),
  });
  // Before the one by id, which would take the word for one.
  endpoint(app, {
    method: "get",
    path: "/api/v1/channel-accounts/connection",
    summary: "What to enter in the platform app's webhook settings",
    right: "manage_channels",
    tag,
    response: channelConnection,
    run: ({ actor }) => describeConnection(context, actor, publicUrl),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/channel-accounts/{id}",
    summary: "Get a channel account",
    right: "read",
    tag,
    params: idParam("channelAccount"),
    response: channelAccount,
    run: ({ actor, params }) => readChannelAccount(context.database, actor, params.id, simulated),
  });
  endpoint(app, {
    method: "patch",
    path: "/api/v1/channel-accounts/{id}",
    summary: "Change a channel account",
    right: "manage_channels",
    tag,
    params: idParam("channelAccount"),
    body: channelAccountPatch,
    response: channelAccount,
    run: ({ actor, params, body }) => updateChannel(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/channel-accounts/{id}",
    summary: "Disconnect a channel account",
    right: "manage_channels",
    tag,
    params: idParam("channelAccount"),
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => disconnectChannel(context, actor, params.id),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/channel-accounts/{id}/health",
    summary: "How a channel account is doing",
    right: "read",
    tag,
    params: idParam("channelAccount"),
    response: channelHealth,
    run: ({ actor, params }) => readChannelHealth(context.database, actor, params.id),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/channel-accounts/{id}/progress",
    summary: "How far the connecting of a channel account has got",
    right: "manage_channels",
    tag,
    params: idParam("channelAccount"),
    response: connectionProgress,
    run: ({ actor, params }) => readConnectionProgress(context, actor, params.id),
  });
};

export const webhookEventRoutes: RouteModule = (app, { context }) => {
  const tag = "Webhook events";
  endpoint(app, {
    method: "get",
    path: "/api/v1/webhook-events",
    summary: "List webhooks that came in",
    right: "see_webhooks",
    tag,
    query: webhookEventQuery,
    response: webhookEventPage,
    run: async ({ actor, query }) => {
      const before = query.cursor === undefined ? undefined : fromTypeId("webhookEvent", query.cursor);
      if (before === null)
        return fail("invalid_cursor", "Use a cursor exactly as a page gave it.", { errors: [{ pointer: "?cursor", detail: "is not a cursor" }] });
      const itemId = query.itemId === undefined ? undefined : itemUuid(query.itemId);
      if (itemId === null)
        return fail("invalid_request", "Some fields are not valid.", { errors: [{ pointer: "?itemId", detail: "is no id of an item" }] });
      const page = await listWebhookEvents(context, actor, {
        itemId,
        state: query.state,
        channelAccountId: maybeUuid("channelAccount", query.channelAccountId),
        limit: query.limit,
        before,
      });
      if (!page.ok) return page;
      return ok({ data: page.value.data, page: { next: page.value.next && (page.value.data.at(-1)?.id ?? null), prev: null } });
    },
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/webhook-events/{id}",
    summary: "Get a webhook with its items",
    right: "see_webhooks",
    tag,
    params: idParam("webhookEvent"),
    response: webhookEvent,
    run: ({ actor, params }) => getWebhookEvent(context, actor, params.id),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/webhook-events/{id}/replay",
    summary: "Process a webhook again",
    right: "see_webhooks",
    tag,
    params: idParam("webhookEvent"),
    response: webhookEvent,
    run: ({ actor, params }) => replayWebhook(context, actor, params.id),
  });
};
