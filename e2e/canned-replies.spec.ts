import { expect } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { customerWrites } from "./people.ts";

/** A text that is written once: made in the settings, found behind a slash, and not sent while it still asks something. */
const demo = readDemo();
const person = String(Date.now());
const shortcut = `late-${person}`;

test("a canned reply is made, found behind a slash, filled in and sent", async ({ page: screen }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Where is my coat?", { from: person });
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/settings/canned-replies`);
  await expect(screen.getByTestId("canned-reply").first()).toBeVisible();
  await screen.getByRole("button", { name: "Create canned reply" }).click();
  const dialog = screen.getByTestId("canned-dialog");
  await dialog.getByLabel("Shortcut").fill(shortcut);
  await dialog.getByLabel("Title").fill("Parcel is late");
  const text = dialog.getByLabel("Text", { exact: true });
  await text.fill("Hi {{customer.frist_name}}");
  await expect(dialog).toContainText("There is no such variable: customer.frist_name");
  await text.fill("Hi {{customer.first_name|there}}, order ");
  await dialog.getByRole("button", { name: "A question to me" }).click();
  await text.press("End");
  await text.pressSequentially(" is late. Sorry!");
  await expect(dialog.getByTestId("canned-preview")).toHaveText("Hi Maya, order {{?order number}} is late. Sorry!");
  await expectAccessible(screen);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const row = screen.getByTestId("canned-reply").filter({ hasText: shortcut });
  await expect(row).toContainText("not used yet");
  await expectAccessible(screen);

  await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  const field = screen.getByTestId("composer-input");
  const list = screen.getByTestId("canned-list");
  await field.fill("and/or");
  await expect(list).toBeHidden();
  await field.fill("");
  await screen.getByTestId("composer-canned").click();
  await expect(list.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await expectAccessible(screen);
  await field.press("Escape");
  await expect(list).toBeHidden();
  await field.fill("");
  await field.pressSequentially(`/${shortcut}`);
  await expect(list.getByRole("option")).toHaveCount(1);
  await field.press("Enter");
  await expect(list).toBeHidden();
  await expect(field).toHaveValue(/^Hi [^{]+, order \{\{\?order number\}\} is late\. Sorry!$/);
  await expect(screen.getByTestId("open-question")).toContainText("order number");
  await expect(screen.getByTestId("composer-send")).toBeDisabled();
  await field.press("Control+Enter");
  await expect(field).toHaveValue(/order number/);
  // The question is selected: what is typed takes its place.
  await field.pressSequentially("4711");
  await expect(field).toHaveValue(/order 4711 is late/);
  await expect(screen.getByTestId("open-question")).toBeHidden();
  await field.press("Control+Enter");
  await expect(field).toHaveValue("");
  await expect(screen.getByText(/order 4711 is late\. Sorry!/).last()).toBeVisible();

  // It was counted, and can be changed and taken away.
  await screen.goto(`${demo.consoleUrl}/settings/canned-replies`);
  await expect(row).toContainText("used once");
  await row.getByRole("button", { name: `Delete ${shortcut}` }).click();
  await screen.getByRole("button", { name: "Delete canned reply" }).click();
  await expect(row).toHaveCount(0);
});
