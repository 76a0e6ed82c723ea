import type { PlatformCall } from "@onethread/core";
import { failpoint } from "#failpoint";
import type { CallPlatform } from "../context.ts";

export type PlatformHosts = { facebook: string; instagram: string };

/** How long an answer may take before it counts as lost; the platforms answer sends within a second or two. Milliseconds. */
const timeoutMs = 10_000;
/** Files take longer. */
const uploadTimeoutMs = 120_000;
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
      body: call.form ? multipart(call.form) : call.body === undefined ? null : JSON.stringify(call.body),
      redirect: "error",
      signal: AbortSignal.timeout(call.form ? uploadTimeoutMs : timeoutMs),
    });
    await failpoint("call.headers");
    const text = withoutToken(await response.text(), accessToken);
    if (text.length > maxBytes) throw new Error("the platform's answer is too large");
    return { status: response.status, headers: Object.fromEntries(response.headers), body: parse(text) };
  };
}

/**
 * Meta repeats a token it does not like ("Malformed access token …"), and its words are kept and shown to agents. Real
 * tokens have a hundred characters and more; a short one might be an ordinary word of the answer.
 */
const withoutToken = (text: string, token: string): string => (token.length < 16 ? text : text.replaceAll(token, "(the access token)"));

function multipart({ fields, file }: NonNullable<PlatformCall["form"]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set(file.field, new File([file.content], file.name, { type: file.mime }));
  return form;
}

/** An unreadable body is no body: what reads the answer decides what that means. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
