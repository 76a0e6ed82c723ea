import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { clientAddress, stampClientAddress } from "./client-address.ts";
import { trustedProxies } from "./trusted-proxies.ts";

const local = trustedProxies.parse(undefined);
const behindTwo = trustedProxies.parse("127.0.0.1, 10.20.0.0/16, fd00::/8");

describe("clientAddress", () => {
  it.each([
    ["a stranger's claim", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["no proxy at all", "203.0.113.9", undefined, "203.0.113.9"],
    ["a proxy on this machine", "127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["the same over IPv6", "::1", "2001:db8::7", "2001:db8::7"],
    ["the same on a socket for both", "::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["a claim before what the proxy saw", "127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
    ["a claim to be this machine", "127.0.0.1", "127.0.0.1, 203.0.113.9", "203.0.113.9"],
    ["two proxies here, the console being one", "127.0.0.1", "198.51.100.1, 203.0.113.9, 127.0.0.1", "203.0.113.9"],
    ["nobody but this machine", "127.0.0.1", "127.0.0.1", "127.0.0.1"],
    ["a port behind the address", "127.0.0.1", "203.0.113.9:4711", "203.0.113.9"],
    ["a port behind brackets", "127.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"],
    ["no address", "127.0.0.1", "198.51.100.1, unknown", "127.0.0.1"],
    ["nothing", "127.0.0.1", "", "127.0.0.1"],
    ["a socket without an address", undefined, "198.51.100.1", "unknown"],
  ])("with %s", (_, peer, forwarded, wanted) => expect(clientAddress(peer, forwarded, local)).toBe(wanted));

  it("believes the proxies that are named, and only those", () => {
    expect(clientAddress("10.20.3.4", "203.0.113.9, 10.20.0.9", behindTwo)).toBe("203.0.113.9");
    expect(clientAddress("fd00::5", "203.0.113.9", behindTwo)).toBe("203.0.113.9");
    expect(clientAddress("10.21.3.4", "203.0.113.9", behindTwo)).toBe("10.21.3.4");
    expect(clientAddress("127.0.0.1", "203.0.113.9", trustedProxies.parse(""))).toBe("127.0.0.1");
  });
});

describe("trustedProxies", () => {
  it.each(["proxy.local", "10.0.0.0/33", "10.0.0.0/", "::1/129", "10.0.0.0/8/8"])("refuses %s", (text) =>
    expect(trustedProxies.safeParse(text).success).toBe(false),
  );
});

describe("stampClientAddress", () => {
  it("takes no outside value for its header", () => {
    const request = {
      socket: { remoteAddress: "203.0.113.9" },
      headers: { "x-ours": "198.51.100.1", host: "desk" },
      rawHeaders: ["X-Ours", "198.51.100.1", "Host", "desk", "x-ours", "198.51.100.2"],
    } as unknown as IncomingMessage;
    stampClientAddress(request, "x-ours", local);
    expect(request.headers["x-ours"]).toBe("203.0.113.9");
    expect(request.rawHeaders).toEqual(["Host", "desk", "x-ours", "203.0.113.9"]);
  });
});
