import { expect, type Locator } from "@playwright/test";
import { readDemo } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { connectWidget, servePages } from "./shop.ts";
import { launcher, openChat, panelOf } from "./widget.ts";

/** Pages that are full of others' layers, magnified, printed, or with something to press where the launcher stands. */
const demo = readDemo();

test("the launcher stands above others' layers, gives way to what has the focus, and is there at 320 px and not in print", async ({ browser }) => {
  const widget = await connectWidget(demo, "Layers");
  const layers = `
    body { margin: 0; font: 16px system-ui; }
    header, .cookies { position: fixed; inset-inline: 0; z-index: 2147483647; background: #fff; color: #000; isolation: isolate; }
    header { top: 0; } .cookies { bottom: 0; height: 90px; border-top: 1px solid; }
    main { transform: translateZ(0); z-index: 999999; position: relative; padding: 80px 16px; min-height: 150vh; }
    #buy { position: fixed; right: 24px; bottom: 24px; z-index: 1; }`;
  const bodies: Record<string, string> = {
    "/banner": `<header><h1>Coats</h1></header><main>Coats</main><div class="cookies">We use cookies. <button type="button">OK</button></div>`,
    "/buy": `<main><h1>Coats</h1></main><button type="button" id="buy">Buy</button>`,
  };
  const site = await servePages((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><head><title>Coats</title><style>${layers}</style>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body>${bodies[request.url ?? ""] ?? ""}<script>
window.Onethread = Object.assign((...call) => Onethread.q.push(call), { q: [] });
Onethread("boot", { launcher: { zIndex: ${request.url === "/banner" ? 2147483647 : "undefined"} } });</script>
<script async src="${demo.consoleUrl}/widget/loader.js?key=${widget.key}"></script></body></html>`);
  });
  await widget.allow([site.origin]);
  const visitor = await (await browser.newContext()).newPage();

  // Of what has the highest layer there is, the last one in the page is on top.
  await visitor.goto(`${site.origin}/banner`);
  await openChat(visitor);
  await panelOf(visitor).getByRole("button", { name: "Close chat" }).click();
  await expect(launcher(visitor)).toBeFocused();

  // A button of the page below the launcher is not hidden by it while it has the focus.
  await visitor.goto(`${site.origin}/buy`);
  await expect(launcher(visitor)).toBeVisible();
  const buy = visitor.getByRole("button", { name: "Buy" });
  expect(await overlap(buy, launcher(visitor))).toBe(true);
  await visitor.keyboard.press("Tab");
  await expect(buy).toBeFocused();
  expect(await overlap(buy, launcher(visitor))).toBe(false);
  await visitor.keyboard.press("Tab");
  await expect(launcher(visitor)).toBeFocused();

  await visitor.emulateMedia({ media: "print" });
  await expect(launcher(visitor)).toBeHidden();
  await visitor.emulateMedia({ media: null });

  // Magnified four times: all of the screen is the chat, and nothing has to be moved sideways.
  await visitor.setViewportSize({ width: 320, height: 256 });
  const panel = await openChat(visitor);
  const field = panel.getByRole("textbox", { name: "Your message" });
  await field.fill("Is it warm?");
  await visitor.keyboard.press("Enter");
  await expect(panel.getByTestId("message")).toContainText("Is it warm?");
  expect(await panel.locator("html").evaluate((page: { scrollWidth: number }) => page.scrollWidth)).toBeLessThanOrEqual(320);
  for (const part of [field, panel.getByRole("button", { name: "Send" }), panel.getByRole("button", { name: "Close chat" })])
    await expect(part).toBeInViewport({ ratio: 1 });
  await expectAccessible(visitor);
  await field.press("Escape");
  await expect(launcher(visitor)).toBeFocused();
  await expect(launcher(visitor)).toBeInViewport({ ratio: 1 });
  await visitor.context().close();
  await site.close();
});

async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  if (!a || !b) throw new Error("not shown");
  return a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
}
