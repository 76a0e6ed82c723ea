import { entrance } from "./entrance.ts";

export type SetUpInput = { token: string; name: string; email: string; password: string; workspaceName: string };

export const setUp = (input: SetUpInput): Promise<unknown> => entrance("POST", "/api/v1/setup", input);

export const getInvitation = (token: string): Promise<{ email: string; workspaceName: string }> =>
  entrance("GET", `/api/v1/invitations/accept?token=${encodeURIComponent(token)}`);

export const acceptInvitation = (input: { token: string; name: string; password: string }): Promise<{ email: string }> =>
  entrance("POST", "/api/v1/invitations/accept", input);
