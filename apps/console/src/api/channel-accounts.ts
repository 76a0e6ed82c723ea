import type { ChannelAccount, channelAccountInput, channelAccountPatch, channelHealth } from "@onethread/core/api";
import type { z } from "zod";
import { newIdempotencyKey } from "./new-id.ts";
import { request } from "./request.ts";

export type ChannelAccountInput = z.input<typeof channelAccountInput>;
export type ChannelAccountPatch = z.input<typeof channelAccountPatch>;
export type ChannelHealth = z.infer<typeof channelHealth>;

const path = "/api/v1/channel-accounts";

export const listChannelAccounts = async (): Promise<ChannelAccount[]> => (await request<{ data: ChannelAccount[] }>("GET", path)).data;

export const createChannelAccount = (input: ChannelAccountInput): Promise<ChannelAccount> =>
  request("POST", path, { body: input, idempotencyKey: newIdempotencyKey() });

export const patchChannelAccount = (id: string, patch: ChannelAccountPatch): Promise<ChannelAccount> =>
  request("PATCH", `${path}/${id}`, { body: patch });

export const deleteChannelAccount = (id: string): Promise<void> => request("DELETE", `${path}/${id}`);

export const getChannelHealth = (id: string): Promise<ChannelHealth> => request("GET", `${path}/${id}/health`);
