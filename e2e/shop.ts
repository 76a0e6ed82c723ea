import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { api, type Demo } from "./demo.ts";

/** A shop's own site: another origin than the desk, with a strict policy and styles that mean no good to anything on it. */
export type Shop = { origin: string; close: () => Promise<void> };

const hostile = "* { all: unset !important } iframe, button { display: none !important; position: static !important } body { direction: ltr }";

/** `script`: what stands in the page's own script, after the snippet. Every path is a page of the shop. */
export function openShop(demo: Demo, { key, script = "", styles = hostile }: { key: string; script?: string; styles?: string }): Promise<Shop> {
  return servePages((request, response) => {
    if (request.url === "/shop.css") return response.setHeader("content-type", "text/css").end(styles);
    if (request.url === "/shop.js") return response.setHeader("content-type", "text/javascript").end(script);
    const desk = demo.consoleUrl;
    if (request.url === "/secretive") response.setHeader("referrer-policy", "no-referrer");
    response.setHeader("content-security-policy", `default-src 'none'; script-src 'self' ${desk}; style-src 'self'; frame-src ${desk}`);
    return response.setHeader("content-type", "text/html; charset=utf-8").end(`<!doctype html>
<html lang="en"><head><title>Shop ${request.url}</title><link rel="stylesheet" href="/shop.css"></head>
<body><h1>Alpaca coats</h1><a href="#buy" id="link">Buy</a>
<script src="/shop.js"></script>
<script async src="${desk}/widget/loader.js?key=${key}"></script></body></html>`);
  });
}

/** A site of its own on this machine, by the name `localhost`, which is another site than the desk's. */
export async function servePages(answer: RequestListener): Promise<Shop> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Widget = { id: string; key: string; allow: (origins: string[], settings?: object) => Promise<void> };

/** A chat for a shop's site, connected as an admin does. */
export async function connectWidget(demo: Demo, name: string): Promise<Widget> {
  const { id } = await api<{ id: string }>(demo, "POST", "/api/v1/channel-accounts", { channel: "webchat", name });
  const path = `/api/v1/channel-accounts/${id}/widget`;
  const { key } = await api<{ key: string }>(demo, "GET", path);
  return { id, key, allow: async (allowedOrigins, settings = {}) => void (await api(demo, "PUT", path, { ...settings, allowedOrigins })) };
}
