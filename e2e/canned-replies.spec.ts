import { expect } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { api, readDemo, signIn } from "./demo.ts";
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
  const words = field(screen);
  const list = screen.getByTestId("canned-list");
  await words.fill("and/or");
  await expect(list).toBeHidden();
  await words.fill("");
  await screen.getByTestId("composer-canned").click();
  await expect(list.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await expectAccessible(screen);
  await words.press("Escape");
  await expect(list).toBeHidden();
  await words.fill("");
  await words.pressSequentially(`/${shortcut}`);
  await expect(list.getByRole("option")).toHaveCount(1);
  await words.press("Enter");
  await expect(list).toBeHidden();
  await expectText(screen, /^Hi [^{]+, order \{\{\?order number\}\} is late\. Sorry!$/);
  await expect(screen.getByTestId("open-question")).toContainText("order number");
  await expect(screen.getByTestId("composer-send")).toBeDisabled();
  await words.press("Control+Enter");
  await expectText(screen, /order number/);
  // The question is selected: what is typed takes its place.
  await words.pressSequentially("4711");
  await expectText(screen, /order 4711 is late/);
  await expect(screen.getByTestId("open-question")).toBeHidden();
  await words.press("Control+Enter");
  await expectText(screen, "");
  await expect(screen.getByText(/order 4711 is late\. Sorry!/).last()).toBeVisible();

  // It was counted, and can be changed and taken away.
  await screen.goto(`${demo.consoleUrl}/settings/canned-replies`);
  await expect(row).toContainText("used once");
  await row.getByRole("button", { name: `Delete ${shortcut}` }).click();
  await screen.getByRole("button", { name: "Delete canned reply" }).click();
  await expect(row).toHaveCount(0);
});

test("one for some channels is offered where the reply goes through one of them", async ({ page: screen }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Can I call you?", { from: `only-${person}` });
  const only = `only-${person}`;
  await api(demo, "POST", "/api/v1/canned-replies", { shortcut: only, title: "Call us", body: "Ring us up.", channels: ["whatsapp"] });
  await signIn(screen, demo);
  const typeIt = async () => {
    await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
    await expect(screen.getByTestId("composer-send")).toBeVisible();
    await field(screen).fill("");
    await screen.getByTestId("composer-canned").click();
    await expect(screen.getByTestId("canned-list").getByRole("option").first()).toBeVisible();
    await field(screen).pressSequentially(only);
  };
  await typeIt();
  await expect(screen.getByTestId("canned-list")).toBeHidden();

  await screen.goto(`${demo.consoleUrl}/settings/canned-replies`);
  const row = screen.getByTestId("canned-reply").filter({ hasText: only });
  await expect(row.getByRole("img", { name: "WhatsApp" })).toBeVisible();
  await row.getByRole("button", { name: `Edit ${only}` }).click();
  const dialog = screen.getByTestId("canned-dialog");
  await dialog.getByRole("button", { name: "Channels: WhatsApp" }).click();
  await screen.getByRole("menuitemcheckbox", { name: "Messenger" }).click();
  await expectAccessible(screen);
  await screen.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(row.getByRole("img", { name: "Messenger" })).toBeVisible();
  await typeIt();
  await expect(screen.getByTestId("canned-list").getByRole("option")).toHaveCount(1);
});

test("its files go along, two stand in one message, and all of them leave and come back as a file", async ({ page: screen }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Which size do I need?", { from: `sizes-${person}` });
  const [sizes, thanks] = [`sizes-${person}`, `thanks-${person}`];
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/settings/canned-replies`);
  await screen.getByRole("button", { name: "Import", exact: true }).click();
  const importing = screen.getByTestId("canned-import");
  const choose = (csv: string) =>
    importing.getByTestId("canned-import-file").setInputFiles({ name: "ours.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await choose("a,b\n1,2\n");
  await expect(importing).toContainText("The file has no columns named shortcut and text.");
  await choose(`shortcut,text,folder\n${sizes},Here is our chart.,Help/Sizes\n${thanks},Thank you {{customer.nme}}!,Help\n`);
  await expect(importing).toContainText("ours.csv: 2 canned replies");
  await expectAccessible(screen);
  await importing.getByRole("button", { name: "Import 2 canned replies" }).click();
  await expect(importing.getByRole("alert")).toContainText("Row 3: body has no such variable: customer.nme");
  await choose(`shortcut,text,folder\n${sizes},Here is our chart.,Help/Sizes\n${thanks},Thank you!,Help\n`);
  await importing.getByRole("button", { name: "Import 2 canned replies" }).click();
  await expect(importing).toBeHidden();
  await expect(screen.getByText("2 created, 0 replaced, 0 kept")).toBeVisible();

  const row = screen.getByTestId("canned-reply").filter({ hasText: sizes });
  await expect(screen.getByRole("heading", { name: "Help / Sizes" })).toBeVisible();
  await row.getByRole("button", { name: `Edit ${sizes}` }).click();
  const dialog = screen.getByTestId("canned-dialog");
  await dialog.getByTestId("canned-file-input").setInputFiles({ name: "chart.txt", mimeType: "text/plain", buffer: Buffer.from("S 36, M 38") });
  await expect(dialog.locator("[data-state=ready]")).toHaveCount(1);
  await expectAccessible(screen);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("1 file");
  await expectAccessible(screen);
  const download = screen.waitForEvent("download");
  await screen.getByRole("button", { name: "Export" }).click();
  expect((await download).suggestedFilename()).toBe("canned-replies.csv");

  await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  const words = field(screen);
  await words.pressSequentially(`/${sizes}`);
  await words.press("Enter");
  await words.press("End");
  await words.pressSequentially(` /${thanks}`);
  await words.press("Enter");
  await expectText(screen, "Here is our chart. Thank you!");
  await expect(screen.getByTestId("composer-files").locator("[data-state=ready]")).toContainText("chart.txt");
  await words.press("Control+Enter");
  await expectText(screen, "");
  await expect(screen.getByTestId("timeline").getByText("chart.txt")).toBeVisible();

  // Sent away, and still the canned reply's own.
  await screen.goto(`${demo.consoleUrl}/settings/canned-replies`);
  await expect(row).toContainText("1 file");
  for (const name of [sizes, thanks]) {
    await screen
      .getByTestId("canned-reply")
      .filter({ hasText: name })
      .getByRole("button", { name: `Delete ${name}` })
      .click();
    await screen.getByRole("button", { name: "Delete canned reply" }).click();
    await expect(screen.getByTestId("canned-reply").filter({ hasText: name })).toHaveCount(0);
  }
});
