import type { ChannelAccount, ChannelConnection, ConnectionProgress, channelAccountInput, channelHealth } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";
import { sendable } from "./sendable.ts";

export type ChannelAccountInput = z.input<typeof channelAccountInput>;
export type ChannelHealth = z.infer<typeof channelHealth>;

export const listChannelAccounts = async (): Promise<ChannelAccount[]> => (await answerOf(api.GET("/api/v1/channel-accounts"))).data;

export const getConnection = (): Promise<ChannelConnection> => answerOf(api.GET("/api/v1/channel-accounts/connection"));

export const createChannelAccount = (input: ChannelAccountInput): Promise<ChannelAccount> => {
  const { settings, credentials, ...rest } = input;
  const body = {
    ...sendable(rest),
    ...(settings ? { settings: sendable(settings) } : {}),
    ...(credentials ? { credentials: sendable(credentials) } : {}),
  };
  return answerOf(api.POST("/api/v1/channel-accounts", { body, ...once(newIdempotencyKey()) }));
};

export const setChannelAccountState = (id: string, state: "active" | "disabled"): Promise<ChannelAccount> =>
  answerOf(api.PATCH("/api/v1/channel-accounts/{id}", { params: { path: { id } }, body: { state } }));

/** Gives an account's own app another verify token: the one before cannot be read any more. */
export const setVerifyToken = (id: string, verifyToken: string): Promise<ChannelAccount> =>
  answerOf(api.PATCH("/api/v1/channel-accounts/{id}", { params: { path: { id } }, body: { credentials: { verifyToken } } }));

export const deleteChannelAccount = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/channel-accounts/{id}", { params: { path: { id } } }));
};

export const getChannelHealth = (id: string): Promise<ChannelHealth> =>
  answerOf(api.GET("/api/v1/channel-accounts/{id}/health", { params: { path: { id } } }));

export const getConnectionProgress = (id: string): Promise<ConnectionProgress> =>
  answerOf(api.GET("/api/v1/channel-accounts/{id}/progress", { params: { path: { id } } }));
