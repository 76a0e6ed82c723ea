import { expect, type Page } from "@playwright/test";
import { field } from "./composer.ts";
import { type Demo, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { simulate } from "./people.ts";
import { smallPicture } from "./pictures.ts";

const demo = readDemo();

const hour = 60 * 60 * 1000;

const accountOf = ({ channelAccounts }: Demo, channel: string): string => {
  const account = channelAccounts.find((one) => one.channel === channel);
  if (!account) throw new Error(`The demo has no ${channel}.`);
  return account.externalId;
};

const newPerson = (name: string) => simulate<{ id: string }>(demo, "people", { name });

async function openConversation(page: Page, name: string): Promise<void> {
  await page.getByTestId("conversation-row").filter({ hasText: name }).click();
  await expect(page.getByTestId("conversation").getByRole("heading", { level: 2, name })).toBeVisible();
}

test("a customer sends a picture, the agent looks at it, quotes it and sends one back", async ({ page }) => {
  const name = `Ines Picture ${Date.now() % 100_000}`;
  const accountId = accountOf(demo, "whatsapp");
  const person = await newPerson(name);
  await signIn(page, demo);
  await simulate(demo, "acts", { personId: person.id, accountId, act: { type: "media", kind: "image", caption: "The seam is open" } });
  await openConversation(page, name);

  const inbound = page.locator('[data-testid="timeline-item"][data-direction="inbound"]').filter({ hasText: "The seam is open" });
  const picture = inbound.getByTestId("image");
  await expect(picture).toBeVisible();
  // Really there, not only an element with an address.
  await expect.poll(() => picture.locator("img").evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(1);
  await picture.click();
  await expect(page.getByTestId("lightbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("lightbox")).toBeHidden();

  await inbound.hover();
  await inbound.getByTestId("message-reply").click();
  await expect(page.getByTestId("composer-quote")).toContainText("The seam is open");
  await page.getByTestId("composer-file-input").setInputFiles({ name: "new-one.png", mimeType: "image/png", buffer: smallPicture });
  await expect(page.locator('[data-testid="composer-files"] [data-state="ready"]')).toHaveCount(1);
  await expectAccessible(page);
  await field(page).fill("A new one is on its way");
  await page.getByTestId("composer-send").click();
  const outbound = page.locator('[data-testid="timeline-item"][data-direction="outbound"]').filter({ hasText: "A new one is on its way" });
  await expect(outbound.getByTestId("image")).toBeVisible();
  await expect(outbound).toHaveAttribute("data-status", /delivered|read/);

  await inbound.hover();
  await inbound.getByTestId("message-react").click();
  await page.getByTestId("emoji-picker").getByRole("button", { name: "❤️" }).click();
  await expect(inbound.getByTestId("reactions")).toContainText("❤️");
});

test("outside the window a template is chosen, filled in and sent", async ({ page }) => {
  const name = `Otto Late ${Date.now() % 100_000}`;
  const accountId = accountOf(demo, "whatsapp");
  const person = await newPerson(name);
  await signIn(page, demo);
  await simulate(demo, "messages", { personId: person.id, accountId, text: "Where is my parcel?", occurredAt: Date.now() - 25 * hour });
  await page.getByRole("searchbox").first().fill(name);
  await openConversation(page, name);

  const dialog = page.getByTestId("template-place");
  const template = dialog.locator('[data-testid="template"][data-name="delivery_update"]');
  await dialog.getByTestId("read-templates").click();
  await expect(template).toBeVisible();
  await expectAccessible(page);
  await template.click();
  const fields = dialog.getByTestId("template-field");
  await expect(fields.first()).toBeVisible();
  await expect(dialog.getByTestId("template-send")).toBeDisabled();
  for (const field of await fields.all()) await field.fill("A-1042");
  await expect(dialog.getByTestId("template-preview")).toContainText("A-1042");
  await dialog.getByTestId("template-send").click();
  const sent = page.locator('[data-testid="timeline-item"][data-direction="outbound"]').filter({ hasText: "A-1042" });
  await expect(sent).toHaveAttribute("data-status", /delivered|read/);
});

test("the agent writes to somebody first; a number without its country is told in words", async ({ page }) => {
  const name = `Nora First ${Date.now() % 100_000}`;
  const phone = `+4477009${String(Date.now() % 100_000).padStart(5, "0")}`;
  await simulate(demo, "people", { name, phone });
  await signIn(page, demo);
  await page.getByTestId("new-message").click();
  const dialog = page.getByTestId("new-message-dialog");
  await dialog.getByTestId("recipient-input").fill("0770 0900 461");
  await expect(dialog.getByRole("status")).toContainText("+44 7700 900461");
  await dialog.getByTestId("recipient-input").fill(phone);
  await dialog.getByTestId("recipient-phone").click();
  const template = dialog.locator('[data-testid="template"][data-name="hello_world"]');
  await dialog.getByTestId("read-templates").click();
  await template.click();
  await expectAccessible(page);
  await dialog.getByTestId("new-message-send").click();
  await expect(dialog).toBeHidden();
  const sent = page.locator('[data-testid="timeline-item"][data-direction="outbound"]');
  await expect(sent).toHaveAttribute("data-status", /delivered|read/);
});

test("a channel's page shows its health, templates and what the platform said", async ({ page }) => {
  const account = demo.channelAccounts.find((one) => one.channel === "whatsapp");
  await signIn(page, demo);
  await simulate(demo, "meta", { accountId: account?.externalId, act: { type: "display_name", value: "DECLINED" } });
  await page.goto(`${demo.consoleUrl}/settings/channels/${account?.id}`);
  await expect(page.getByTestId("webhook-address")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("tab", { name: "Templates" }).click();
  await page.getByTestId("sync-templates").click();
  await expect(page.getByTestId("template-row").filter({ hasText: "delivery_update" })).toBeVisible();
  await page.getByRole("tab", { name: "Events" }).click();
  await expect(page.getByTestId("channel-log-entry").filter({ hasText: "The display name was rejected" }).first()).toBeVisible();
  await expectAccessible(page);
  await simulate(demo, "meta", { accountId: account?.externalId, act: { type: "display_name", value: "APPROVED" } });
});
