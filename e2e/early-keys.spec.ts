import { expect } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { agentOf, customerWrites } from "./people.ts";

/** Keys that are pressed before whoever answers to them is there are not lost. */
const demo = readDemo();

test("what is typed after a key that leads into a field is written there, also where both came too early", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Are you there?");
  await signIn(page, await agentOf(demo, "Ada"));
  // The reply box takes its time.
  let answer = () => {};
  const later = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.addInitScript("globalThis.idle = []; globalThis.requestIdleCallback = (work) => globalThis.idle.push(work)");
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes("composer-input")) await later;
    await route.fulfill({ response });
  });
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByRole("navigation", { name: "Views" })).toBeVisible();
  await page.keyboard.type("rYes, we are");
  answer();
  await expect(page.getByTestId("composer-input")).toBeVisible();
  await page.evaluate("globalThis.requestIdleCallback = (work) => setTimeout(work); for (const work of globalThis.idle) work()");
  await expectText(page, "Yes, we are");
  await expect(field(page)).toBeFocused();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("what is typed in the same moment as the key that opens the palette is looked for there, and is no shortcut", async ({ page }) => {
  await signIn(page, demo);
  await expect(page.getByTestId("conversation-row").first()).toBeVisible();
  const palette = page.getByTestId("palette");
  // Twice: once it has to be fetched, once it is there.
  for (let time = 0; time < 2; time++) {
    await page.evaluate(`for (const init of [{ key: "k", code: "KeyK", ctrlKey: true }, { key: "/", code: "Slash" }, { key: "l", code: "KeyL" }, { key: "a", code: "KeyA" }])
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }))`);
    await expect(palette.getByRole("combobox")).toHaveValue("/la");
    await expect(palette.getByRole("combobox")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(palette).toBeHidden();
  }
});

test("keys that are pressed at once after a reload are done in their order, once somebody listens", async ({ page }) => {
  for (const text of ["First", "Second"]) await customerWrites(demo, "messenger", text);
  await signIn(page, await agentOf(demo, "Ada"));
  // Nobody has time for what is put off, and the list takes its time.
  await page.addInitScript("globalThis.idle = []; globalThis.requestIdleCallback = (work) => globalThis.idle.push(work)");
  let answer = () => {};
  const later = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/v1/conversations?*", async (route) => {
    await later;
    await route.continue();
  });
  await page.reload();
  const views = page.getByRole("navigation", { name: "Views" });
  await expect(views).toBeVisible();
  for (const key of ["j", "j", "["]) await page.keyboard.press(key);
  answer();
  const rows = page.getByTestId("conversation-row");
  await expect(rows.nth(1)).toBeVisible();
  await page.evaluate("globalThis.requestIdleCallback = (work) => setTimeout(work); for (const work of globalThis.idle) work()");
  // To the second row, and from there to the views.
  await expect(views.locator("[aria-current=page]")).toBeFocused();
  await expect(rows.nth(1)).toHaveAttribute("tabindex", "0");

  await page.keyboard.press("k");
  await expect(rows.nth(0)).toBeFocused();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});
