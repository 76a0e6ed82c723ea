import { expect } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { customerWrites } from "./people.ts";

/** Finding what was said and going there; and doing everything from one box, by keyboard. */
const demo = readDemo();

test("a phrase is found, and its hit opens the conversation at that message", async ({ page }) => {
  await signIn(page, demo);
  await page.keyboard.press("/");
  const box = page.getByTestId("search-box");
  await expect(box).toBeFocused();
  await expectAccessible(page);

  // A customer, by a typo and by part of a number; a filter by hand writes what one could have typed.
  await page.getByRole("tab", { name: "Customers" }).click();
  await box.fill("maja trent");
  const hits = page.getByTestId("search-hit");
  await expect(hits).toContainText(["Maya Trent"]);
  await page.getByRole("tab", { name: "Messages" }).click();
  await box.fill('"Line 1201"');
  await page.getByRole("button", { name: "From" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Customers" }).click();
  await page.keyboard.press("Escape");
  await expect(box).toHaveValue('from:customer "Line 1201"');
  await expect(hits).toHaveCount(1);
  await expect(hits.locator("mark")).toHaveText("Line 1201");
  await expectAccessible(page);

  // The address is the search.
  await page.reload();
  await expect(hits).toHaveCount(1);
  await expect(box).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(hits.getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  const item = page.getByTestId("timeline-item").filter({ hasText: "Line 1201:" });
  await expect(item).toBeFocused();
  await expect(item).toBeInViewport();
  expect(new URL(page.url()).searchParams.get("m")).toBe(await item.getAttribute("data-item-id"));
  await expectAccessible(page);

  // What lies between it and the newest messages comes piece by piece, and what is read stays where it is.
  const after = page.getByRole("button", { name: "Show what came after" });
  await page.getByTestId("timeline").hover();
  await expect(async () => {
    if (!(await after.isVisible())) await page.mouse.wheel(0, 300);
    await expect(after).toBeVisible({ timeout: 200 });
  }).toPass();
  await after.click();
  await expect(page.getByTestId("timeline-item").filter({ hasText: /[Ll]ine 1227: / })).toBeInViewport();

  // Another conversation is not at that message.
  await page.getByTestId("conversation-row").first().click();
  await expect(page).not.toHaveURL(/[?&]m=/);
});

test("everything is done from the palette, by keyboard only", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Is the blue one back in stock?");
  const status = async () =>
    (await api<{ status: string; assignee: { name: string } | null }>(demo, "GET", `/api/v1/conversations/${conversationId}`)).status;
  await signIn(page, demo);
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(field(page)).toBeVisible();

  // Single keys are letters while one types; the palette opens all the same, and gives the focus back.
  await field(page).focus();
  await page.keyboard.type("e/agx?");
  await expectText(page, "e/agx?");
  expect(await status()).toBe("open");
  const palette = page.getByTestId("palette");
  const rows = palette.getByTestId("palette-row");
  await page.keyboard.press("Control+k");
  await expect(rows.first()).toHaveAttribute("data-highlighted", "");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await expect(field(page)).toBeFocused();
  await field(page).fill("");

  // A step into choices, back, and in again.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("assign to");
  await page.keyboard.press("Tab");
  await expect(rows.filter({ hasText: "Noa Berg" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Backspace");
  await expect(rows.filter({ hasText: "Noa Berg" })).toBeHidden();
  await page.keyboard.type("assign to");
  await page.keyboard.press("Enter");
  await page.keyboard.type("noa");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect
    .poll(async () => (await api<{ assignee: { name: string } | null }>(demo, "GET", `/api/v1/conversations/${conversationId}`)).assignee?.name)
    .toBe("Noa Berg");

  // Somebody from the server, below what is at hand; what is marked stays where it is.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("maya tr");
  await expect(rows.first()).toHaveAttribute("data-row", "search-all");
  await expect(rows.filter({ hasText: "Maya Trent" }).first()).toBeVisible();
  await expect(rows.first()).toHaveAttribute("data-highlighted", "");
  await page.keyboard.press("Escape");

  // The second key of two means only that: this goes to the inbox and assigns nobody.
  await expect(palette).toBeHidden();
  await field(page).blur();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page).toHaveURL(/\/inbox\/all$/);
  await page.goBack();
  await expect(field(page)).toBeVisible();
  expect((await api<{ assignee: { name: string } | null }>(demo, "GET", `/api/v1/conversations/${conversationId}`)).assignee?.name).toBe("Noa Berg");

  await page.keyboard.press("Control+k");
  await page.keyboard.type(">done");
  await expect(rows.first()).toHaveText(/Done/);
  await page.keyboard.press("Enter");
  await expect.poll(status).toBe("done");

  // Away from here without a mouse.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("/labels");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/labels/);
});
