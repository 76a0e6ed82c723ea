import { fromTypeId } from "@onethread/core";
import {
  newSigningKey,
  signingKeyInput,
  typeId,
  visitorConfig,
  widget,
  widgetPreviewInput,
  widgetSettings,
  widgetSighting,
} from "@onethread/core/api";
import { addSigningKey, listWidgetSightings, previewWidget, readWidgetSettings, removeSigningKey, updateWidget } from "@onethread/operations";
import { z } from "zod";
import { endpoint, idParam, type RouteModule } from "../http/endpoint.ts";

/** How a chat on websites looks, where it may stand and whose signature it takes. */
export const widgetSettingsRoutes: RouteModule = (app, { context }) => {
  const tag = "Widgets";
  const params = idParam("channelAccount");
  const keyParams = z
    .object({ id: typeId("channelAccount"), keyId: typeId("signingKey") })
    .transform(({ id, keyId }) => ({ id: fromTypeId("channelAccount", id) ?? "", keyId: fromTypeId("signingKey", keyId) ?? "" }));
  endpoint(app, {
    method: "get",
    path: "/api/v1/channel-accounts/{id}/widget",
    summary: "Get a widget's key and settings",
    right: "manage_channels",
    tag,
    params,
    response: widget,
    run: ({ actor, params }) => readWidgetSettings(context, actor, params.id),
  });
  endpoint(app, {
    method: "put",
    path: "/api/v1/channel-accounts/{id}/widget",
    summary: "Change a widget's settings, all of them at once",
    right: "manage_channels",
    tag,
    params,
    body: widgetSettings,
    response: widget,
    run: ({ actor, params, body }) => updateWidget(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "get",
    path: "/api/v1/channel-accounts/{id}/widget/sightings",
    summary: "On which sites a widget has been seen running, the latest first; at most 80. Told to the minute",
    right: "manage_channels",
    tag,
    params,
    response: z.object({ data: z.array(widgetSighting) }),
    run: ({ actor, params }) => listWidgetSightings(context, actor, params.id),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/channel-accounts/{id}/widget/preview",
    summary: "What visitors would be shown with settings that are not saved. Changes nothing",
    right: "manage_channels",
    tag,
    params,
    body: widgetPreviewInput,
    response: visitorConfig,
    run: ({ actor, params, body }) => previewWidget(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "post",
    path: "/api/v1/channel-accounts/{id}/widget/signing-keys",
    summary: "Add a key that signs who visitors are. From the first on, what is not signed is refused",
    right: "manage_channels",
    tag,
    params,
    body: signingKeyInput,
    status: 201,
    response: newSigningKey,
    run: ({ actor, params, body }) => addSigningKey(context, actor, params.id, body),
  });
  endpoint(app, {
    method: "delete",
    path: "/api/v1/channel-accounts/{id}/widget/signing-keys/{keyId}",
    summary: "Remove a signing key: what it signed is refused from now on",
    right: "manage_channels",
    tag,
    params: keyParams,
    status: 204,
    response: z.null(),
    run: ({ actor, params }) => removeSigningKey(context, actor, params.id, params.keyId),
  });
};
