import { type Context, Hono } from "hono";
import type { Simulator } from "./simulator.ts";
import { drawPortrait } from "./world/draw-portrait.ts";
import { isValid } from "./world/media-address.ts";
import type { MediaFile } from "./world/media-store.ts";

/** Where files lie: what lookaside.fbsbx.com and the CDN are at Meta, and the page's own way to them. */
export function mediaRoutes(simulator: Simulator): Hono {
  const { media } = simulator;
  const routes = new Hono();
  routes.get("/whatsapp_business/attachments/", (c) => {
    const { mid = "", ext = "", hash = "" } = c.req.query();
    if (!/^Bearer\s+\S+$/i.test(c.req.header("authorization") ?? "")) return c.text("", 401);
    return isValid(media, mid, Number(ext), hash) ? serve(c, media.get(mid)) : c.text("", 404);
  });
  routes.get("/ig_messaging_cdn/", (c) => {
    const { asset_id: id = "", signature = "" } = c.req.query();
    const [mark = "", until = ""] = signature.split(".");
    return isValid(media, id, Number.parseInt(until, 16), mark) ? serve(c, media.get(id)) : c.text("URL signature expired", 403);
  });
  routes.get(
    "/v/t1.30497-1/:picture",
    (c) => new Response(new Uint8Array(drawPortrait(c.req.param("picture"))), { headers: { "content-type": "image/png" } }),
  );
  routes.get("/v/*", (c) => {
    const id = /^\/v\/[^/]+\/(\d+)_n/.exec(c.req.path)?.[1] ?? "";
    const { oh = "", oe = "" } = c.req.query();
    return isValid(media, id, Number.parseInt(oe, 16), oh) ? serve(c, media.get(id)) : c.text("URL signature expired", 403);
  });
  routes.get("/simulator/files/:id", (c) => serve(c, media.get(c.req.param("id")), true));
  return routes;
}

/** What a browser may show in the page; all else is only saved. */
const shown = /^(image\/(jpeg|png|gif|webp)|video\/|audio\/)/;

function serve(c: Context, file: MediaFile | undefined, forPage = false): Response {
  if (!file) return c.text("", 404);
  const headers = new Headers({
    "content-type": forPage && !shown.test(file.mime) ? "application/octet-stream" : file.mime,
    "content-length": String(file.bytes.length),
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  });
  if (forPage && !shown.test(file.mime)) headers.set("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  return new Response(new Uint8Array(file.bytes), { headers });
}
