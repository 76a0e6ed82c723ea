import { type BrowserContext, test as base, expect } from "@playwright/test";

/**
 * The test that every journey uses. Whatever a journey is about, in each of its pages: nothing is asked of a host that is
 * not this installation, the Content-Security-Policy is never broken, and no error is left uncaught. `broken` is what was
 * seen; a test that breaks a rule on purpose takes its own away from it.
 */
export const test = base.extend<{ broken: string[] }>({
  broken: [
    async ({ browser }, use) => {
      const broken: string[] = [];
      const watch = (context: BrowserContext) => watchContext(context, broken);
      browser.on("context", watch);
      await use(broken);
      browser.off("context", watch);
      expect(broken, "rules that hold for every page").toEqual([]);
    },
    { auto: true },
  ],
});

const own = new Set(["127.0.0.1", "localhost", "[::1]"]);

function watchContext(context: BrowserContext, broken: string[]): void {
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && !own.has(url.hostname)) broken.push(`asked another host: ${url.href}`);
  });
  context.on("console", (message) => {
    // The browser's recorder looks into pictures that are not sent yet; the desk itself only shows them.
    if (/Connecting to 'blob:/.test(message.text())) return;
    if (/Content[- ]Security[- ]Policy|Trusted ?Types?/i.test(message.text())) broken.push(`broke the policy: ${message.text()}`);
    else if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) broken.push(`wrote an error: ${message.text()}`);
  });
  context.on("weberror", (error) => broken.push(`left an error uncaught: ${error.error().stack ?? error.error().message}`));
}
