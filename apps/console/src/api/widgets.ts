import type { NewSigningKey, VisitorConfig, Widget, WidgetSettings, WidgetSighting } from "@onethread/core/api";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import { sendable } from "./sendable.ts";

export const getWidget = (channelAccountId: string): Promise<Widget> =>
  answerOf(api.GET("/api/v1/channel-accounts/{id}/widget", { params: { path: { id: channelAccountId } } }));

/** All settings at once: what is left out goes back to the usual. */
export const putWidget = (channelAccountId: string, settings: WidgetSettings): Promise<Widget> =>
  answerOf(api.PUT("/api/v1/channel-accounts/{id}/widget", { params: { path: { id: channelAccountId } }, body: sendable(settings) }));

/** What visitors would be shown with settings that are not saved. */
export const previewWidget = (channelAccountId: string, settings: WidgetSettings, language: string): Promise<VisitorConfig> =>
  answerOf(
    api.POST("/api/v1/channel-accounts/{id}/widget/preview", {
      params: { path: { id: channelAccountId } },
      body: sendable({ settings, language }),
    }),
  );

/** On which sites it has been seen running, the latest first. */
export const listSightings = async (channelAccountId: string): Promise<WidgetSighting[]> =>
  (await answerOf(api.GET("/api/v1/channel-accounts/{id}/widget/sightings", { params: { path: { id: channelAccountId } } }))).data;

/** A shared secret, told this once. */
export const addSigningKey = (channelAccountId: string): Promise<NewSigningKey> =>
  answerOf(
    api.POST("/api/v1/channel-accounts/{id}/widget/signing-keys", {
      params: { path: { id: channelAccountId } },
      body: { algorithm: "HS256" },
      ...once(newIdempotencyKey()),
    }),
  );

export const removeSigningKey = async (channelAccountId: string, keyId: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/channel-accounts/{id}/widget/signing-keys/{keyId}", { params: { path: { id: channelAccountId, keyId } } }));
};
