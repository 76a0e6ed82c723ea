import { type NextRequest, NextResponse } from "next/server";
import { readEnv } from "./env.ts";
import { contentSecurityPolicy, securityHeaders } from "./security-headers.ts";

const toGateway = /^\/(?:api|webhooks|widget)(?:\/|$)|^\/live$/;

/**
 * Two jobs. Machine paths go to the gateway: here and not in next.config's rewrites, because those are frozen at build
 * time and the gateway's address is known only at start. Pages get a Content-Security-Policy with a fresh nonce.
 */
export function proxy(request: NextRequest): NextResponse {
  const env = readEnv();
  const { pathname, search } = request.nextUrl;
  if (toGateway.test(pathname)) return NextResponse.rewrite(new URL(`${env.gatewayUrl}${pathname}${search}`));

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, env.development);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-onethread-path", `${pathname}${search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of securityHeaders) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg).*)"] };
