import { expect } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { firstLoad, totalBytes } from "./first-load.ts";

/** What holds for every page, and that the watch over all journeys sees it when it does not. */
const demo = readDemo();

test("a script that somebody brought into the page does not run, and is seen", async ({ page, broken }) => {
  await signIn(page, demo);
  await page
    .locator("body")
    .evaluate((body: { insertAdjacentHTML(where: string, html: string): void }) =>
      body.insertAdjacentHTML("beforeend", '<img alt="" src="data:," onerror="globalThis.injected = true">'),
    );
  await expect.poll(() => broken.some((one) => one.startsWith("broke the policy"))).toBe(true);
  expect(await page.evaluate(() => "injected" in globalThis)).toBe(false);
  broken.splice(0);
});

test("an image and a question to another host are refused, and are seen", async ({ page, broken }) => {
  await signIn(page, demo);
  await page.evaluate(async () => {
    await fetch("https://stranger.example/").catch(() => undefined);
  });
  await expect.poll(() => broken.length).toBeGreaterThan(0);
  broken.splice(0);
});

test("each answer has a nonce of its own, which is in nothing that may be kept", async ({ page }) => {
  await signIn(page, demo);
  const nonces = new Set<string>();
  for (let i = 0; i < 3; i++) {
    const answer = await page.request.get(`${demo.consoleUrl}/inbox/all`);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "";
    expect(nonce.length).toBeGreaterThanOrEqual(22);
    nonces.add(nonce);
    expect(answer.headers()["cache-control"]).toMatch(/no-store|private/);
    for (const [tag] of (await answer.text()).matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(3);
});

/** Kilobytes of script, as gzip makes them, before the inbox stands. */
const mostKilobytes = 345;

test("the inbox stands after few scripts", async ({ page }) => {
  await signIn(page, demo);
  await expect(page.getByTestId("conversation-row").first()).toBeVisible();
  const fresh = await page.context().newPage();
  const scripts = await firstLoad(fresh, `${demo.consoleUrl}/inbox/all`, "[data-testid=conversation-row]");
  expect(scripts.length).toBeGreaterThan(5);
  expect(totalBytes(scripts), JSON.stringify(scripts)).toBeLessThanOrEqual(mostKilobytes * 1000);
});
