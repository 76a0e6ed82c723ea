import type { OwnSecurity } from "@onethread/core/api";
import { answerOf, api } from "./client.ts";

export const getSecurity = (): Promise<OwnSecurity> => answerOf(api.GET("/api/v1/me/security"));

export const changePassword = async (current: string, next: string): Promise<void> => {
  await answerOf(api.POST("/api/v1/me/password", { body: { current, next } }));
};

export const endSession = async (id: string): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/me/sessions/{id}", { params: { path: { id } } }));
};
export const endOtherSessions = async (): Promise<void> => {
  await answerOf(api.DELETE("/api/v1/me/sessions"));
};

export const beginSecondFactor = (password: string): Promise<{ secret: string; uri: string }> =>
  answerOf(api.POST("/api/v1/me/second-factor", { body: { password } }));
export const confirmSecondFactor = async (code: string): Promise<string[]> =>
  (await answerOf(api.POST("/api/v1/me/second-factor/confirm", { body: { code } }))).codes;
export const renewRecoveryCodes = async (code: string): Promise<string[]> =>
  (await answerOf(api.POST("/api/v1/me/second-factor/recovery-codes", { body: { code } }))).codes;
export const removeSecondFactor = async (password: string, code: string): Promise<void> => {
  await answerOf(api.POST("/api/v1/me/second-factor/remove", { body: { password, code } }));
};
