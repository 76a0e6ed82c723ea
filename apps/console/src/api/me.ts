import type { Me } from "@onethread/core/api";
import { request } from "./request.ts";

export const getMe = (): Promise<Me> => request("GET", "/api/v1/me");

export const signIn = (email: string, password: string): Promise<unknown> =>
  request("POST", "/api/auth/sign-in/email", { body: { email, password } });

export const signOut = (): Promise<unknown> => request("POST", "/api/auth/sign-out", { body: {} });
