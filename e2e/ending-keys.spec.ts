import { expect } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { workspaceWith } from "./own-workspace.ts";
import { addAgent } from "./people.ts";

/** Who manages API keys is told of one that ends soon, wherever they are, and once. */
const demo = readDemo();

test("an API key that ends within a week is told of once, and counted in the settings", async ({ page }) => {
  const own = await workspaceWith(demo, 1);
  const kira = await addAgent(own, "Kira", "admin");
  const endsIn = (days: number) => new Date(Date.now() + days * 24 * 3_600_000 - 60_000).toISOString();
  await api(own, "POST", "/api/v1/api-keys", { name: "Web shop", scopes: ["read"], expiresAt: endsIn(3) });
  await api(own, "POST", "/api/v1/api-keys", { name: "Reports", scopes: ["read"], expiresAt: endsIn(12) });
  await signIn(page, kira);
  const notice = page.locator("[data-notices]").getByText("The API key Web shop ends in 3 days");
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await page.locator("[data-notices]").getByRole("button", { name: "API keys" }).click();
  const entry = page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: /^API keys/ });
  await expect(entry).toHaveAccessibleName(/1 ends within a week$/);
  await expect(page.getByTestId("api-key").filter({ hasText: "Web shop" })).toContainText("Ends in 3 days");
  await expectAccessible(page);
  await page.goto(`${demo.consoleUrl}/settings/members`);
  await expect(entry).toHaveAccessibleName(/1 ends within a week$/);
  await page.waitForLoadState("networkidle");
  await expect(notice).toHaveCount(0);

  // An agent has nothing to do with keys.
  await page.context().clearCookies();
  await signIn(page, own);
  await page.goto(`${demo.consoleUrl}/settings/appearance`);
  await expect(entry).toHaveAccessibleName("API keys");
});
