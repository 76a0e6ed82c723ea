import { expect } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { customerWrites } from "./people.ts";

/** Several steps with one press: put together in the settings, shown before it is run, and taken back whole. */
const demo = readDemo();
const name = `Refund ${Date.now()}`;

test("a macro is made, put in order by keyboard, previewed, run without a step, and undone", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "I would like my money back", { name: "Maya Trent" });
  await signIn(page, demo);
  await page.goto(`${demo.consoleUrl}/settings/macros`);
  await expect(page.getByTestId("macro").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create macro" }).click();
  const dialog = page.getByTestId("macro-dialog");
  await dialog.getByLabel("Name").fill(name);
  const steps = dialog.getByTestId("macro-action");
  const add = async (kind: string) => {
    await dialog.getByTestId("add-action").click();
    await page.getByRole("menuitem", { name: kind, exact: true }).click();
    await expect(steps.last()).toContainText(kind);
  };
  await add("Priority");
  await add("Text for the reply");
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  const text = dialog.getByRole("textbox", { name: "Text for the reply" });
  await text.fill("Hi {{customer.frist_name}}");
  await expect(dialog).toContainText("There is no such variable: customer.frist_name");
  await text.fill("Hi {{customer.first_name|there}}, your money is on its way.");
  await add("Note");
  await dialog.getByRole("textbox", { name: "Note" }).fill("@Noa Berg refunded");
  await add("Status");
  await add("Priority");
  await steps.last().getByRole("combobox").click();
  await page.getByRole("option", { name: "Normal" }).click();
  await expectAccessible(page);
  // The text goes first.
  await text.press("Alt+ArrowUp");
  await expect(steps.first()).toContainText("Text for the reply");
  await expect(text).toBeFocused();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByTestId("macro").filter({ hasText: name });
  await expect(row).toContainText("not used yet");

  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("watch")).toBeAttached();
  const choose = async (open: () => Promise<unknown>) => {
    await open();
    await page.keyboard.type(name);
    await expect(page.getByTestId("palette-row").first()).toContainText(name);
    await page.keyboard.press("Enter");
  };
  await choose(() => page.keyboard.press("m"));
  const preview = page.getByTestId("macro-preview");
  const planned = preview.getByTestId("macro-step");
  await expect(planned).toHaveCount(5);
  await expect(planned.nth(0)).toContainText("Hi Maya, your money is on its way.");
  await expect(planned.nth(1)).toContainText("Normal, then High");
  await expect(planned.nth(3)).toContainText("Open, then Done");
  await expect(planned.nth(4)).toContainText("High, then Normal");
  await expectAccessible(page);
  // Without the rise of the priority there is nothing to bring back; and it is not to be done yet.
  await planned.nth(1).getByRole("checkbox").uncheck();
  await expect(planned.nth(4)).toContainText("It is so already");
  await expect(planned.nth(4).getByRole("checkbox")).toBeDisabled();
  await planned.nth(3).getByRole("checkbox").uncheck();
  await expect(page.getByTestId("macro-run")).toHaveText("Run 2 steps");
  await page.getByTestId("macro-run").click();
  await expect(preview).toBeHidden();
  await expectText(page, "Hi Maya, your money is on its way.");
  await expect(field(page)).toBeFocused();
  await expect(page.getByTestId("timeline").getByTestId("mention")).toHaveText("@Noa Berg");
  const now = () => api<{ status: string; priority: string; followers: { name: string }[] }>(demo, "GET", `/api/v1/conversations/${conversationId}`);
  expect(await now()).toMatchObject({ status: "open", priority: "normal", followers: [{ name: "Noa Berg" }] });

  // One way back for all of it.
  await page.keyboard.press("Escape");
  await page.keyboard.press("z");
  await expectText(page, "");
  await expect(page.getByText("This note was taken back")).toBeVisible();
  await expect(page.getByTestId("timeline").getByTestId("mention")).toHaveCount(0);

  // By button, and all of it.
  await choose(() => page.getByTestId("composer-macro").click());
  await page.getByTestId("macro-run").click();
  await expect(preview).toBeHidden();
  await expect(field(page)).toBeFocused();
  expect((await now()).status).toBe("done");
  await page.keyboard.press("Escape");
  await page.keyboard.press("z");
  await expect.poll(async () => (await now()).status).toBe("open");
  expect(await now()).toMatchObject({ priority: "normal" });

  await page.goto(`${demo.consoleUrl}/settings/macros`);
  await expect(row).toContainText("used 2 times");
  await row.getByRole("button", { name: `Delete ${name}` }).click();
  await page.getByRole("button", { name: "Delete macro" }).click();
  await expect(row).toHaveCount(0);
});
