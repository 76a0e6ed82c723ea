import type { IncomingMessage } from "node:http";
import { type BlockList, isIP } from "node:net";

/**
 * Whose request it is: the right-most address that no trusted proxy has. What stands left of it in `X-Forwarded-For`
 * was written by a stranger, who may write anything.
 */
export function clientAddress(peer: string | undefined, forwarded: string | undefined, trusted: BlockList): string {
  let address = plain(peer ?? "");
  if (address === null) return "unknown";
  for (const hop of (forwarded ?? "").split(",").reverse()) {
    if (!trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4")) break;
    const next = plain(hop.trim());
    if (next === null) break;
    address = next;
  }
  return address;
}

/** An address as it is compared: without a port or brackets, and IPv4 as IPv4 also where a socket says `::ffff:1.2.3.4`. */
function plain(text: string): string | null {
  const bare = text.replace(/^\[(.+)\](?::\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  return isIP(mapped) ? mapped : null;
}

/** Writes the client's address into a header of our own, in place of whatever a stranger sent under that name. */
export function stampClientAddress(request: IncomingMessage, header: string, trusted: BlockList): void {
  const forwarded = request.headers["x-forwarded-for"];
  const address = clientAddress(request.socket.remoteAddress, Array.isArray(forwarded) ? forwarded.join(",") : forwarded, trusted);
  for (let index = request.rawHeaders.length - 2; index >= 0; index -= 2) {
    if (request.rawHeaders[index]?.toLowerCase() === header) request.rawHeaders.splice(index, 2);
  }
  request.rawHeaders.push(header, address);
  request.headers[header] = address;
}
