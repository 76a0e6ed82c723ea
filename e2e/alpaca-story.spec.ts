import { expect, type Page } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { simulate } from "./people.ts";

const demo = readDemo();
const name = `Juno Alder ${Date.now() % 100_000}`;

const phone = (page: Page, channel: string) => page.getByTestId(`phone-${channel}`);

async function write(page: Page, channel: string, text: string): Promise<void> {
  const device = phone(page, channel);
  await device.getByTestId("input").fill(text);
  await device.getByTestId("input").press("Enter");
  await expect(device.getByTestId("bubble").filter({ hasText: text })).toBeVisible();
}

async function reply(desk: Page, text: string): Promise<void> {
  await field(desk).fill(text);
  await desk.getByTestId("composer-send").click();
  await expect(desk.getByTestId("timeline-item").filter({ hasText: text })).toBeVisible();
}

/** "Continue on …" in the composer puts a sentence with the link into the reply. */
async function sendLink(desk: Page, account: string): Promise<void> {
  await desk.getByRole("button", { name: /continue on/i }).click();
  await desk.getByRole("menuitem", { name: account, exact: true }).click();
  await expectText(desk, /https:\/\//);
  await desk.getByTestId("composer-send").click();
  await expectText(desk, "");
}

test("a shopper goes from Instagram to WhatsApp to Messenger and stays one person in one thread", async ({ browser }) => {
  const context = await browser.newContext();
  const desk = await context.newPage();
  await signIn(desk, demo);
  const phones = await context.newPage();
  const person = await simulate<{ id: string }>(demo, "people", { name });
  await phones.goto(`${demo.simulatorUrl}/?person=${person.id}`);

  await write(phones, "instagram", "Hello! Is the alpaca coat still there?");
  await desk.bringToFront();
  const row = desk.getByTestId("conversation-row").filter({ hasText: "Is the alpaca coat still there?" });
  await row.click();
  await expect(desk.getByTestId("timeline-item").filter({ hasText: "alpaca coat" })).toHaveAttribute("data-channel", "instagram");
  await sendLink(desk, "WhatsApp · Alpaca & Co");

  await phones.bringToFront();
  await phone(phones, "instagram")
    .getByRole("link", { name: /wa\.me/ })
    .click();
  await expect(phone(phones, "whatsapp").getByTestId("input")).toHaveValue(/ot-/);
  await phone(phones, "whatsapp").getByTestId("input").press("Enter");
  await write(phones, "whatsapp", "Here I am, on WhatsApp.");
  await expect(desk.getByTestId("timeline-item").filter({ hasText: "Here I am, on WhatsApp." })).toHaveAttribute("data-channel", "whatsapp");

  await desk.bringToFront();
  // The composer names the door it will use: the one the customer has just come through.
  await expect(desk.getByTestId("door-picker")).toContainText(/whatsapp/i);
  await reply(desk, "Welcome over here!");
  await expect(phone(phones, "whatsapp").getByTestId("bubble").filter({ hasText: "Welcome over here!" })).toBeVisible();
  await phones.bringToFront();
  await phone(phones, "whatsapp").getByTestId("input").click();
  await expect(desk.getByTestId("timeline-item").filter({ hasText: "Welcome over here!" })).toHaveAttribute("data-status", "read");

  await desk.bringToFront();
  await sendLink(desk, "Messenger · Alpaca & Co");
  await phones.bringToFront();
  await phone(phones, "whatsapp").getByRole("link", { name: /m\.me/ }).click();
  await write(phones, "messenger", "I would like to return it, please.");
  await expect(desk.getByTestId("timeline-item").filter({ hasText: "return it, please" })).toHaveAttribute("data-channel", "messenger");

  const found = await api<{ data: { id: string; identities: { kind: string }[]; conversationId: string }[] }>(
    demo,
    "GET",
    `/api/v1/customers?q=${encodeURIComponent(name)}`,
  );
  expect(found.data).toHaveLength(1);
  expect(new Set(found.data[0]?.identities.map((identity) => identity.kind))).toEqual(new Set(["igsid", "wa_phone", "wa_bsuid", "psid"]));
  await expect(desk.getByTestId("conversation-row").filter({ hasText: "return it, please" })).toHaveCount(1);
  await context.close();
});
