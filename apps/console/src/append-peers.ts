import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Appends to `X-Forwarded-For` who called us, as every proxy must: the gateway reads the header from the right. Next sets
 * it only where it is missing, so that a stranger's own would pass for the truth, and a route cannot see the socket.
 * Node's channel says when a request begins, before Next looks at it.
 */
export function appendPeers(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const peer = request.socket.remoteAddress;
    if (!peer) return;
    const before = request.headers["x-forwarded-for"];
    request.headers["x-forwarded-for"] = before ? `${before}, ${peer}` : peer;
  });
}
