import type { AgentSettings, Me } from "@onethread/core/api";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { readEnv } from "./env.ts";

export type Session = { kind: "signed_in"; me: Me } | { kind: "signed_out" } | { kind: "unreachable" };

/** Who is asking, by the gateway's word: the console itself keeps no session. */
export async function readSession(): Promise<Session> {
  const cookie = (await headers()).get("cookie");
  if (!cookie) return { kind: "signed_out" };
  try {
    const response = await fetch(`${readEnv().gatewayUrl}/api/v1/me`, { headers: { cookie }, cache: "no-store" });
    if (response.status === 401) return { kind: "signed_out" };
    if (!response.ok) return { kind: "unreachable" };
    return { kind: "signed_in", me: (await response.json()) as Me };
  } catch {
    return { kind: "unreachable" };
  }
}

/** What the agent has chosen for themselves, so that keys mean from the first moment what they chose; null: not known. */
export async function readOwnSettings(): Promise<AgentSettings | null> {
  try {
    const cookie = (await headers()).get("cookie") ?? "";
    const response = await fetch(`${readEnv().gatewayUrl}/api/v1/me/settings`, { headers: { cookie }, cache: "no-store" });
    return response.ok ? ((await response.json()) as AgentSettings) : null;
  } catch {
    return null;
  }
}

/** For pages of the desk: sends strangers to the login page and back afterwards. */
export async function requireSession(): Promise<Exclude<Session, { kind: "signed_out" }>> {
  const session = await readSession();
  if (session.kind !== "signed_out") return session;
  const path = (await headers()).get("x-onethread-path") ?? "/inbox/all";
  redirect(`/login?next=${encodeURIComponent(path)}`);
}

/** Whether this instance still waits for its first owner. False when the gateway cannot be asked. */
export async function needsSetUp(): Promise<boolean> {
  try {
    const response = await fetch(`${readEnv().gatewayUrl}/api/v1/setup`, { cache: "no-store" });
    if (!response.ok) return false;
    return ((await response.json()) as { needed: boolean }).needed;
  } catch {
    return false;
  }
}
