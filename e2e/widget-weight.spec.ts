import { readdirSync, readFileSync } from "node:fs";
import { get } from "node:http";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect } from "@playwright/test";
import { readDemo } from "./demo.ts";
import { test } from "./desk-test.ts";
import { connectWidget, openShop } from "./shop.ts";

/** What the chat costs a shop's page. Bytes as they go over the line, brotli, of everything that is asked for. */
const demo = readDemo();
const aims = { loader: 5000, shim: 2000, firstPaint: 45_000, all: 90_000 };

/** As the gateway sends it; the console in between unpacks what it passes on. */
const weigh = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { pathname, search } = new URL(url);
    get(`${demo.gatewayUrl}${pathname}${search}`, { headers: { "accept-encoding": "br" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve(bytes));
    }).on("error", reject);
  });

test("a page with the chat loads one small file, and its panel a little more; nothing on the page moves", async ({ browser }) => {
  const widget = await connectWidget(demo, "Weighed");
  const shop = await openShop(demo, { key: widget.key, styles: "" });
  await widget.allow([shop.origin]);
  const visitor = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  visitor.on("request", (request) => !request.url().startsWith(shop.origin) && asked.push(request.url()));
  await visitor.addInitScript(`
    globalThis.moved = 0;
    new PerformanceObserver((list) => { for (const shift of list.getEntries()) globalThis.moved += shift.value; }).observe({ type: "layout-shift", buffered: true });
  `);
  await visitor.goto(shop.origin);
  const launcher = visitor.locator("onethread-chat .launcher");
  await expect(launcher).toBeVisible();
  await visitor.waitForLoadState("networkidle");
  expect(asked).toHaveLength(1);
  expect(await weigh(asked[0] ?? "")).toBeLessThanOrEqual(aims.loader);

  for (const shim of ["intercom", "chatwoot"]) expect(await weigh(`${demo.consoleUrl}/widget/${shim}.js`)).toBeLessThanOrEqual(aims.shim);

  await launcher.click();
  await expect(visitor.frameLocator("onethread-chat iframe").getByRole("button", { name: "Send us a message" })).toBeVisible();
  const parts = [...new Set(asked.slice(1))];
  const weights = await Promise.all(parts.map(weigh));
  expect(parts.length).toBeGreaterThan(3);
  expect(
    weights.reduce((sum, one) => sum + one, 0),
    parts.join(" "),
  ).toBeLessThanOrEqual(aims.firstPaint);
  expect(await visitor.evaluate("moved")).toBe(0);

  // Every part there is, whatever language and screen it is for.
  const built = path.join(import.meta.dirname, "../apps/widget/dist/panel/assets");
  const all = readdirSync(built).map((name) => brotliCompressSync(readFileSync(path.join(built, name))).length);
  expect(all.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(aims.all);
  test.info().annotations.push({ type: "bytes", description: JSON.stringify({ loader: await weigh(asked[0] ?? ""), firstPaint: weights, all }) });
  await visitor.context().close();
  await shop.close();
});
