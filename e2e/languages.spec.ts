import { expect } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expectTidy } from "./expect-tidy.ts";

const demo = readDemo();

test("Arabic turns the console right to left, stays, and goes back", async ({ page }) => {
  await signIn(page, demo);
  await page.goto(`${demo.consoleUrl}/settings/appearance`);
  const html = page.locator("html");
  await expect(html).toHaveAttribute("dir", "ltr");

  await page.getByText("العربية", { exact: true }).click();
  await expect(html).toHaveAttribute("dir", "rtl");
  await expect(html).toHaveAttribute("lang", "ar");
  await expect(page.getByRole("heading", { level: 1, name: "المظهر" })).toBeVisible();

  await page.reload();
  await expect(html).toHaveAttribute("dir", "rtl");
  await expect(page.getByRole("radio", { name: "العربية" })).toBeChecked();
  await expectAccessible(page);

  await page.goto(`${demo.consoleUrl}/inbox/all`);
  const row = page.getByTestId("conversation-row").first();
  await row.click();
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
  await expectAccessible(page);
  await expectTidy(page, "a conversation in Arabic");

  await page.goto(`${demo.consoleUrl}/settings/appearance`);
  await page.getByText("English", { exact: true }).click();
  await expect(html).toHaveAttribute("dir", "ltr");
  await expect(page.getByRole("heading", { level: 1, name: "Appearance" })).toBeVisible();
});
