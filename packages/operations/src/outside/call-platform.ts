import type { CallPlatform } from "../context.ts";

export type PlatformHosts = { facebook: string; instagram: string };

/** How long an answer may take before it counts as lost. Milliseconds. */
const timeoutMs = 20_000;
/** Graph answers are small; more than this is not one. Bytes. */
const maxBytes = 1_000_000;

/** Calls Meta, or what stands in for it: every call goes to one of these two hosts and nowhere else. */
export function platformCaller(hosts: PlatformHosts, extraHeaders: () => Record<string, string> = () => ({})): CallPlatform {
  return async (call, accessToken) => {
    const response = await fetch(`${hosts[call.host].replace(/\/$/, "")}${call.path}`, {
      method: call.method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(call.body === undefined ? {} : { "content-type": "application/json" }),
        ...extraHeaders(),
      },
      body: call.body === undefined ? null : JSON.stringify(call.body),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (text.length > maxBytes) throw new Error("the platform's answer is too large");
    return { status: response.status, headers: Object.fromEntries(response.headers), body: parse(text) };
  };
}

/** An unreadable body is no body: what reads the answer decides what that means. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
