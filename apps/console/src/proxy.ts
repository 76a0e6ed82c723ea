import { type NextRequest, NextResponse } from "next/server";
import { readEnv } from "./env.ts";
import { contentSecurityPolicy, securityHeaders } from "./security-headers.ts";

/** Gives every page its security headers and a Content-Security-Policy with a fresh nonce. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, readEnv().development);
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  // Server components do not know their own address; the session check needs it for the way back.
  headers.set("x-onethread-path", `${pathname}${search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of securityHeaders) response.headers.set(name, value);
  return response;
}

// What is forwarded to the gateway keeps the gateway's own headers.
export const config = { matcher: ["/((?!_next/static|_next/image|api/|api$|webhooks/|widget/|live$).*)"] };
