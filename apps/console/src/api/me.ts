import type { Me } from "@onethread/core/api";
import { answerOf, api } from "./client.ts";
import { entrance } from "./entrance.ts";

export const getMe = (): Promise<Me> => answerOf(api.GET("/api/v1/me"));

/** `code`: of an authenticator app, or a recovery code; who needs one is told so first, with the code `code_needed`. */
export const signIn = (email: string, password: string, code?: string): Promise<unknown> =>
  entrance("POST", "/api/auth/sign-in/email", { email, password }, code ? { "x-onethread-code": code } : {});

export const signOut = (): Promise<unknown> => entrance("POST", "/api/auth/sign-out", {});
