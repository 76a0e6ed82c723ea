import type { Me } from "@onethread/core/api";
import { answerOf, api } from "./client.ts";
import { entrance } from "./entrance.ts";

export const getMe = (): Promise<Me> => answerOf(api.GET("/api/v1/me"));

export const signIn = (email: string, password: string): Promise<unknown> => entrance("POST", "/api/auth/sign-in/email", { email, password });

export const signOut = (): Promise<unknown> => entrance("POST", "/api/auth/sign-out", {});
