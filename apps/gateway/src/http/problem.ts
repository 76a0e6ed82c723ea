import { type ErrorCode, errorTable, type Failure } from "@onethread/core";
import type { Context } from "hono";

/** A problem document (RFC 9457). Never a stack trace, never a database's words. */
export function problem(c: Context, failure: Failure): Response {
  const { status, title } = errorTable[failure.code];
  const headers = new Headers({ "content-type": "application/problem+json" });
  if (failure.code === "moved") {
    const target = String(failure.extra?.movedTo ?? "");
    headers.set("location", movedPath(c, target));
  }
  if (status === 429) headers.set("retry-after", String(failure.extra?.retryAfter ?? 1));
  if (status === 503) headers.set("retry-after", "1");
  const body = {
    type: `https://onethread.dev/problems/${failure.code}`,
    title,
    status,
    code: failure.code,
    detail: failure.detail,
    ...(failure.errors ? { errors: failure.errors } : {}),
    ...failure.extra,
    requestId: c.get("requestId") ?? "",
  };
  return new Response(JSON.stringify(body), { status, headers });
}

/** The same request at the survivor: its id takes the place of the one that was merged away. */
function movedPath(c: Context, target: string): string {
  const url = new URL(c.req.url);
  const prefix = target.slice(0, 4);
  const path = url.pathname
    .split("/")
    .map((part) => (part.startsWith(prefix) ? target : part))
    .join("/");
  return `${path}${url.search}`;
}

export const problemOf = (c: Context, code: ErrorCode, detail: string, more: Omit<Failure, "code" | "detail"> = {}): Response =>
  problem(c, { code, detail, ...more });
