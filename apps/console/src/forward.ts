import { readEnv } from "./env.ts";

/** Headers of one connection, not of the message (RFC 9110, section 7.6.1), and those fetch sets itself. */
const perConnection = ["connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade"];
const setByFetch = ["host", "content-length", "accept-encoding", "expect"];

/** Up to this size a body is sent in one piece with its length, in bytes: webhooks end at 4 MiB. Larger ones stream. */
const wholeBody = 5 * 1024 * 1024;

/**
 * Passes a request on to the gateway, byte for byte, and its answer back, unbuffered: so that one origin is enough for
 * a small installation. A route and not a rewrite of next.config, because those are frozen when the console is built,
 * and the gateway's address is known when it starts.
 */
export async function forward(request: Request): Promise<Response> {
  const { pathname, search, host, protocol } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of [...perConnection, ...setByFetch]) headers.delete(name);
  headers.set("x-forwarded-host", request.headers.get("host") ?? host);
  if (!headers.has("x-forwarded-proto")) headers.set("x-forwarded-proto", protocol.slice(0, -1));
  try {
    const answer = await fetch(`${readEnv().gatewayUrl}${pathname}${search}`, {
      method: request.method,
      headers,
      redirect: "manual",
      cache: "no-store",
      signal: request.signal,
      ...(await bodyOf(request)),
    });
    const answerHeaders = new Headers(answer.headers);
    for (const name of perConnection) answerHeaders.delete(name);
    // fetch has unpacked the body already.
    if (answerHeaders.has("content-encoding")) for (const name of ["content-encoding", "content-length"]) answerHeaders.delete(name);
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers: answerHeaders });
  } catch {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    const title = "The service is not available at the moment";
    return Response.json(
      { type: "about:blank", title, status: 503, code: "unavailable", detail: `${title}.`, requestId: "" },
      { status: 503, headers: { "content-type": "application/problem+json", "retry-after": "2" } },
    );
  }
}

async function bodyOf(request: Request): Promise<{ body?: BodyInit; duplex?: "half" }> {
  if (request.method === "GET" || request.method === "HEAD" || !request.body) return {};
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (length <= wholeBody) return { body: await request.arrayBuffer() };
  return { body: request.body, duplex: "half" };
}
