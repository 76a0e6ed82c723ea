import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

export type Script = { name: string; bytes: number };

/**
 * The scripts a browser takes for `url` until `ready` is in the page, each as gzip makes it (level 9). What the page puts off
 * until nothing else is to do does not count, nor what older browsers alone take.
 */
export async function firstLoad(page: Page, url: string, ready: string): Promise<Script[]> {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.set(new URL(response.url()).pathname, response.body());
  });
  await page.addInitScript("globalThis.requestIdleCallback = () => 0");
  await page.goto(url);
  await page.locator(ready).first().waitFor();
  const bodies = await Promise.all([...scripts].map(async ([path, body]) => ({ name: path.split("/").at(-1) ?? path, body: await body })));
  return bodies.map(({ name, body }) => ({ name, bytes: gzipSync(body, { level: 9 }).length })).toSorted((a, b) => b.bytes - a.bytes);
}

export const totalBytes = (scripts: readonly Script[]): number => scripts.reduce((sum, { bytes }) => sum + bytes, 0);
