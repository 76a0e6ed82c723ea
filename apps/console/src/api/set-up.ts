import { newIdempotencyKey } from "./new-id.ts";
import { request } from "./request.ts";

export type SetUpInput = { token: string; name: string; email: string; password: string; workspaceName: string };

export const setUp = (input: SetUpInput): Promise<unknown> =>
  request("POST", "/api/v1/setup", { body: input, idempotencyKey: newIdempotencyKey() });

export type OpenInvitation = { email?: string; role?: string; workspaceName?: string; expiresAt?: string };

export const getInvitation = (token: string): Promise<OpenInvitation> =>
  request("GET", "/api/v1/invitations/accept", { query: { token } });

export const acceptInvitation = (input: { token: string; name: string; password: string }): Promise<unknown> =>
  request("POST", "/api/v1/invitations/accept", { body: input, idempotencyKey: newIdempotencyKey() });
