import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Hono } from "hono";

const folder = fileURLToPath(new URL("phones/", import.meta.url));

/** The page with the three phones. Its script and style are bundled once, at start. */
export async function pageRoutes(): Promise<Hono> {
  const { outputFiles } = await build({
    entryPoints: { phones: `${folder}phones.ts`, style: `${folder}phones.css` },
    outdir: "/",
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    legalComments: "none",
  });
  const fileOf = (ending: string): string => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  const [script, style] = [fileOf("phones.js"), fileOf("style.css")];
  const page = new Hono();
  page.use("*", async (c, next) => {
    await next();
    c.header("content-security-policy", "default-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'");
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "no-referrer");
    c.header("cache-control", "no-cache");
  });
  const asset = (text: string, type: string) => () => new Response(text, { headers: { "content-type": `${type}; charset=utf-8` } });
  page.get("/", asset(readFileSync(`${folder}page.html`, "utf8"), "text/html"));
  page.get("/phones.js", asset(script, "text/javascript"));
  page.get("/style.css", asset(style, "text/css"));
  page.get("/favicon.svg", asset(icon, "image/svg+xml"));
  return page;
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="4" y="1" width="8" height="14" rx="2" fill="#245fd4"/><rect x="5.5" y="3" width="5" height="9" fill="#fff"/></svg>';
