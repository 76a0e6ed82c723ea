import { expect, type Page } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { addAgent, agentOf, customerWrites } from "./people.ts";

/** Keys that send, keys that must not, and words that cannot be sent and are kept. */
const demo = readDemo();

async function open(page: Page, conversationId: string, who = agentOf(demo, "Ada")): Promise<void> {
  await signIn(page, await who);
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
  await expect(page.getByTestId("composer-send")).toBeVisible();
}

const status = async (conversationId: string) => (await api<{ status: string }>(demo, "GET", `/api/v1/conversations/${conversationId}`)).status;

test("r and what is typed right after it lands in the field, every character, and is no shortcut", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Hello?");
  await open(page, conversationId);
  await page.getByTestId("timeline").click();
  const words = "jek hid/n? sure, i end here";
  await page.keyboard.press("r");
  await page.keyboard.type(words);
  await expectText(page, words);
  await expect(page).toHaveURL(new RegExp(`${conversationId}$`));
  expect(await status(conversationId)).toBe("open");
});

test("with Shift the conversation is done, with Alt it sleeps until the customer replies, both after it is sent", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "Thanks!");
  await open(page, conversationId);
  await field(page).fill("One moment.");
  await field(page).press("Control+Alt+Enter");
  await expect.poll(() => status(conversationId)).toBe("snoozed");
  await field(page).fill("You are welcome.");
  await field(page).press("Control+Shift+Enter");
  await expect.poll(() => status(conversationId)).toBe("done");
  await expect(page.getByText(/^[^{}]+: done$/)).toBeVisible();
  await expect(page.getByText("You are welcome.").last()).toBeVisible();
});

test("Enter sends for who wants that, never while an input method composes", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "こんにちは");
  await open(page, conversationId, addAgent(demo, "Ada"));
  const saved = await page.request.patch(`${demo.consoleUrl}/api/v1/me/settings`, { data: { enterSends: true } });
  expect(saved.status()).toBe(200);
  await page.reload();
  await expect(page.getByTestId("composer-send")).toBeVisible();
  await field(page).focus();
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await expectText(page, "にほん");
  // As an input method sees it: the key chooses among its words, and the page is not to take it for anything.
  const enter = { type: "rawKeyDown", key: "Enter", code: "Enter" } as const;
  for (const modifiers of [0, 2]) await input.send("Input.dispatchKeyEvent", { ...enter, windowsVirtualKeyCode: 229, modifiers });
  for (const modifiers of [0, 2]) await input.send("Input.dispatchKeyEvent", { ...enter, windowsVirtualKeyCode: 13, modifiers });
  await expectText(page, /^にほん/);
  await input.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  await field(page).fill("");
  await input.send("Input.insertText", { text: "日本" });
  await expectText(page, "日本");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("!");
  await expectText(page, "日本\n!");
  await page.keyboard.press("Enter");
  await expectText(page, "");
  await expect(page.locator('[data-direction="outbound"]')).toHaveCount(1);
});

test("a message of 100,000 characters says by how much it is too long, is not sent, and is not lost", async ({ page, browser }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Tell me everything");
  const ada = await agentOf(demo, "Ada");
  const address = `${demo.consoleUrl}/inbox/all/${conversationId}`;
  await signIn(page, ada);
  await page.goto(address);
  await expect(page.getByTestId("composer-send")).toBeVisible();
  const long = "All of it. ".repeat(10_000).slice(0, 100_000);
  const put = page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.url().includes("/drafts/"));
  await field(page).fill(long);
  await expect(page.getByText("98,000 characters too long · Messenger takes at most 2,000")).toBeVisible();
  await expect(page.getByTestId("composer-send")).toBeDisabled();
  await field(page).press("Control+Enter");
  expect((await put).status()).toBe(200);
  await page.reload();
  await expectText(page, long);
  const second = await (await browser.newContext()).newPage();
  await signIn(second, ada);
  await second.goto(address);
  await expectText(second, long);
  await expect(second.locator('[data-direction="outbound"]')).toHaveCount(0);
  await second.context().close();
});
