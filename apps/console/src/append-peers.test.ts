import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { appendPeers } from "./append-peers.ts";

it("says who called, behind whatever the caller claims", async () => {
  appendPeers();
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await fetch(url);
  await fetch(url, { headers: { "x-forwarded-for": "198.51.100.1" } });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(seen.map((headers) => headers["x-forwarded-for"])).toEqual(["127.0.0.1", "198.51.100.1, 127.0.0.1"]);
});
