import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expectTidy } from "./expect-tidy.ts";
import { screensOf } from "./screens.ts";

/**
 * Every screen, light and dark, from a large window down to 400 px (which is also 1280 px magnified three times), from
 * left to right and from right to left: tidy, and without a finding of axe. With ONETHREAD_SCREENS it is also written
 * down as a picture.
 */
const demo = readDemo();
const pictures = process.env.ONETHREAD_SCREENS;
const widths = [1440, 1280, 1024, 400];
const height = 900;

async function setTheme(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

// One of the screens is a table, one has compact rows: what is chosen goes with the person, and is not left to the journeys after this one.
test.afterEach(async ({ page }) => {
  await page.request.patch(`${demo.consoleUrl}/api/v1/me/settings`, { data: { density: "comfortable", listLayout: "list" } });
});

test("every screen is tidy and accessible at every width, light and dark, in both directions", async ({ page }) => {
  test.setTimeout(600_000);
  await signIn(page, demo);
  for (const { name, path: address, ready } of await screensOf(demo)) {
    await test.step(name, async () => {
      for (const width of widths) {
        // Anew for each width: what is chosen or open belongs to the panes that fit.
        await page.setViewportSize({ width, height });
        await page.goto(`${demo.consoleUrl}${address}`);
        await ready(page);
        const outermost = width === 1440 || width === 400;
        // A theme changes colours, no boxes: in between the light one says it all.
        for (const theme of outermost ? (["light", "dark"] as const) : (["light"] as const)) {
          await setTheme(page, theme);
          await expectTidy(page, `${name}, ${theme}, ${width}`);
          if (!outermost) continue;
          // The dark colours are the same ones in a narrow window.
          if (width === 1440 || theme === "light") await expectAccessible(page);
          if (width === 1440) await picture(page, `${name}-${theme}`);
          else if (theme === "light") await picture(page, `${name}-narrow`);
        }
        await page.locator("html").evaluate((html) => html.setAttribute("dir", "rtl"));
        await expectTidy(page, `${name}, right to left, ${width}`);
        if (width === 1440) await expectAccessible(page);
      }
    });
  }
});

/** Where most of the work is done. */
const main = /^(inbox|conversation|palette|search|settings-.*)$/;

test("the main screens are tidy on 320 px, which is a window of 1280 magnified four times", async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, demo);
  await page.setViewportSize({ width: 320, height: 640 });
  await setTheme(page, "light");
  const bothWays = async (name: string) => {
    await picture(page, `${name}-magnified`);
    await expectTidy(page, `${name}, magnified`);
    await page.locator("html").evaluate((html) => html.setAttribute("dir", "rtl"));
    await expectTidy(page, `${name}, magnified, right to left`);
  };
  for (const { name, path: address, ready } of await screensOf(demo)) {
    if (!main.test(name)) continue;
    await page.goto(`${demo.consoleUrl}${address}`);
    await ready(page);
    await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
    await bothWays(name);
    if (name !== "conversation") continue;
    await page.reload();
    await ready(page);
    await page.getByTestId("composer-input").fill("It is too long. ".repeat(500));
    await expect(page.getByText(/too long · /)).toBeVisible();
    await bothWays("composer");
    await page.getByTestId("composer-input").fill("");
    await page.reload();
    await ready(page);
    await page.getByRole("button", { name: "Details" }).click();
    await page.getByTestId("details-panel").getByRole("heading", { name: "About" }).waitFor();
    await bothWays("details");
  }
});
