import { expect, type Page } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { addAgent, customerWrites } from "./people.ts";

/** Keys are the agent's own, wherever they sign in. */
const demo = readDemo();
const status = async (id: string) => (await api<{ status: string }>(demo, "GET", `/api/v1/conversations/${id}`)).status;

async function open(page: Page): Promise<string> {
  const { conversationId } = await customerWrites(demo, "messenger", "Thanks, that is all!");
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
  await page.getByTestId("timeline").click();
  return conversationId;
}

test("a key that was chosen works after a reload and in another browser, the old one does nothing", async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const ada = await addAgent(demo, "Ada");
  await signIn(page, ada);
  await page.goto(`${demo.consoleUrl}/settings/keyboard`);
  const done = page.getByTestId("key-done");
  await done.getByRole("button", { name: "Change: Done" }).click();
  const dialog = page.getByTestId("capture-key");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("g");
  await expect(dialog).toContainText("begins with the same key");
  await expect(page.getByTestId("use-key")).toBeDisabled();
  await page.keyboard.press("Control+t");
  await expect(dialog).toContainText("keep this key for themselves");
  await page.keyboard.press("r");
  await expect(dialog).toContainText("Already in use: Reply.");
  await expectAccessible(page);
  await page.keyboard.press("?");
  await page.keyboard.press("o");
  await expect(dialog).not.toContainText("Already in use");
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/me/settings") && answer.request().method() === "PATCH");
  await page.getByTestId("use-key").click();
  expect((await saved).status()).toBe(200);
  await expect(dialog).toBeHidden();
  await expect(done.locator("kbd")).toHaveText(["O"]);
  await expectAccessible(page);

  for (const where of [page, await (await browser.newContext()).newPage()]) {
    if (where !== page) await signIn(where, ada);
    const id = await open(where);
    await where.keyboard.press("e");
    await where.keyboard.press("?");
    const sheet = where.getByRole("dialog");
    await expect(
      sheet
        .locator("div", { has: where.getByText("Done", { exact: true }) })
        .last()
        .locator("kbd"),
    ).toHaveText(["O"]);
    await where.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    expect(await status(id)).toBe("open");
    await where.keyboard.press("o");
    await expect.poll(() => status(id)).toBe("done");
    if (where !== page) await where.context().close();
  }
  await page.goto(`${demo.consoleUrl}/settings/keyboard`);
  await page.getByTestId("reset-keys").click();
  await expect(done.locator("kbd")).toHaveText(["E"]);
  await page.context().close();
});

test("with single keys switched off letters do nothing, and what is left still works", async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, await addAgent(demo, "Grace"));
  await page.goto(`${demo.consoleUrl}/settings/keyboard`);
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/me/settings") && answer.request().method() === "PATCH");
  await page.getByTestId("single-keys").click();
  await saved;
  await expect(page.getByTestId("key-done")).toContainText("no key");
  const id = await open(page);
  const before = page.url();
  for (const key of ["e", "h", "r", "?", "g", "s", "j"]) await page.keyboard.press(key);
  expect(page.url()).toBe(before);
  await expect(page.locator("[data-overlay]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/inbox\/all$/);
  expect(await status(id)).toBe("open");
  await page.context().close();
});
