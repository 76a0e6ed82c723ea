import { type BrowserContext, expect, type Page } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { agentOf, customerWrites } from "./people.ts";

/** What was begun and not sent is never lost: over views, reloads, devices, and the end of a session. */
const demo = readDemo();
const row = (page: Page, conversationId: string) => page.locator(`[data-conversation-id="${conversationId}"]`);
/** What was typed has reached the server. */
const saved = (page: Page) =>
  page.waitForResponse((answer) => answer.request().method() === "PUT" && answer.url().includes("/drafts/") && answer.ok());

async function device(context: BrowserContext, who: typeof demo, conversationId: string): Promise<Page> {
  const page = await context.newPage();
  await signIn(page, who);
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(field(page)).toBeVisible();
  return page;
}

test("a draft is there in every view, after a reload and on a second device, in its row and among the drafts", async ({ browser }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Do you have it in blue?");
  const other = await customerWrites(demo, "messenger", "And I?");
  const ada = await agentOf(demo, "Ada");
  const first = await device(await browser.newContext(), ada, conversationId);
  const put = saved(first);
  await field(first).pressSequentially("We have it in bl");
  await put;
  await expect(row(first, conversationId)).toContainText(/Draft:\s*We have it in bl/);
  await first.getByRole("radio", { name: "Note" }).click();
  await expectText(first, "");
  await field(first).pressSequentially("ask Bea");
  await row(first, other.conversationId).click();
  await expectText(first, "");
  await row(first, conversationId).click();
  await expectText(first, "We have it in bl");
  await first.getByRole("radio", { name: "Note" }).click();
  await expectText(first, "ask Bea");
  // Right after the last key, before it could be saved by itself.
  await field(first).pressSequentially(" today");
  let asked = false;
  first.on("dialog", () => {
    asked = true;
  });
  await first.reload();
  await first.getByRole("radio", { name: "Note" }).click();
  await expectText(first, "ask Bea today");
  expect(asked).toBe(false);
  await first.getByRole("link", { name: "Drafts" }).click();
  await expect(row(first, conversationId)).toContainText(/Draft:\s*ask Bea today/);
  await expect(row(first, other.conversationId)).toBeHidden();
  await expectAccessible(first);

  const second = await device(await browser.newContext(), ada, conversationId);
  await expectText(second, "We have it in bl");
  const taken = saved(second);
  await field(second).press("End");
  await field(second).pressSequentially("ue.");
  await taken;
  await row(first, conversationId).click();
  await expectText(first, "We have it in blue.");
  await field(second).press("Control+Enter");
  await expectText(second, "");
  await expectText(first, "");
  await Promise.all([first.context().close(), second.context().close()]);
});

test("where two devices wrote, both drafts stay until the agent says which one", async ({ browser }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "Do you have it in red?");
  const ada = await agentOf(demo, "Ada");
  const [here, there] = [await browser.newContext(), await browser.newContext()];
  const first = await device(here, ada, conversationId);
  const second = await device(there, ada, conversationId);
  await here.setOffline(true);
  await field(first).pressSequentially("Written on a train");
  const put = saved(second);
  await field(second).pressSequentially("Written at home");
  await put;
  await here.setOffline(false);
  const conflict = first.getByTestId("draft-conflict");
  await expect(conflict).toContainText("Written at home");
  await expectText(first, "Written on a train");
  await expectAccessible(first);
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await expect(conflict).toBeHidden();
  await expectText(second, "Written on a train");

  await here.setOffline(true);
  await field(first).fill("Begun again");
  const again = saved(second);
  await field(second).fill("The better words");
  await again;
  await here.setOffline(false);
  await conflict.getByRole("button", { name: "Use this" }).click();
  await expectText(first, "The better words");
  await Promise.all([here.close(), there.close()]);
});

test("a session that ends in the middle of a draft comes back to the same place with every word", async ({ browser }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Hello?");
  const ada = await agentOf(demo, "Ada");
  const context = await browser.newContext();
  const page = await device(context, ada, conversationId);
  const put = saved(page);
  await field(page).pressSequentially("Half a sen");
  await put;
  await context.clearCookies();
  await page.keyboard.press("t");
  await page.waitForURL(/\/login\?next=/);
  await page.getByTestId("login-email").fill(ada.email);
  await page.getByTestId("login-password").fill(ada.password);
  await page.getByTestId("login-submit").click();
  await page.waitForURL(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expectText(page, "Half a sent");
  await context.close();
});
