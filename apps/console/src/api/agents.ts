import type { Role } from "@onethread/core";
import type { Agent, invitation } from "@onethread/core/api";
import type { z } from "zod";
import { answerOf, api, once } from "./client.ts";
import { newIdempotencyKey } from "./new-id.ts";

export type { Agent };
export type Invitation = z.infer<typeof invitation>;

/** Who works here now; removed people stay known to the API because of what they wrote. */
export const listAgents = async (): Promise<Agent[]> =>
  (await answerOf(api.GET("/api/v1/agents"))).data.filter((person) => person.disabledAt === null);

export const setRole = async (id: string, role: Role): Promise<void> => {
  await answerOf(api.PATCH("/api/v1/agents/{id}", { params: { path: { id } }, body: { role } }));
};

/** For who has lost their authenticator app: sign-in asks them for no code until they set one up anew. */
export const resetSecondFactor = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/agents/{id}/second-factor", { params: { path: { id } } }));
};

export const removeAgent = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/agents/{id}", { params: { path: { id } } }));
};

export const inviteAgent = (email: string, role: Role): Promise<Invitation> =>
  answerOf(api.POST("/api/v1/invitations", { body: { email, role }, ...once(newIdempotencyKey()) }));
