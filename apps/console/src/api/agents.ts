import type { Role } from "@onethread/core";
import type { agent, invitation } from "@onethread/core/api";
import type { z } from "zod";
import { newIdempotencyKey } from "./new-id.ts";
import { request } from "./request.ts";

export type Agent = z.infer<typeof agent>;
export type Invitation = z.infer<typeof invitation>;

export const listAgents = async (): Promise<Agent[]> => (await request<{ data: Agent[] }>("GET", "/api/v1/agents")).data;

export const patchAgent = (id: string, patch: { role?: Role; name?: string }): Promise<Agent> =>
  request("PATCH", `/api/v1/agents/${id}`, { body: patch });

export const removeAgent = (id: string): Promise<void> => request("DELETE", `/api/v1/agents/${id}`);

export const inviteAgent = (email: string, role: Role): Promise<Invitation> =>
  request("POST", "/api/v1/invitations", { body: { email, role }, idempotencyKey: newIdempotencyKey() });
