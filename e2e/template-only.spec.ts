import { expect, type Page } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { agentOf, customerWrites } from "./people.ts";

/** Where only a template goes: it stands where one would write, and what was written is neither sent nor lost. */
const demo = readDemo();
const day = 86_400_000;

async function open(page: Page, conversationId: string): Promise<void> {
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
}

const status = async (conversationId: string) => (await api<{ status: string }>(demo, "GET", `/api/v1/conversations/${conversationId}`)).status;

test("templates stand in the field's place, the draft is kept beside them, and is back when the customer writes", async ({ page }) => {
  const { conversationId, from } = await customerWrites(demo, "whatsapp", "Long ago", { at: Date.now() - 3 * day });
  await signIn(page, await agentOf(demo, "Ada"));
  const draft = { text: "Are you still\ninterested?", attachmentIds: [], replyToId: null, version: null };
  const saved = await page.request.put(`${demo.consoleUrl}/api/v1/conversations/${conversationId}/drafts/reply`, { data: draft });
  expect(saved.ok()).toBe(true);
  await open(page, conversationId);
  const place = page.getByTestId("template-place");
  await expect(place).toBeVisible();
  await expect(field(page)).toHaveCount(0);
  await expect(page.getByTestId("composer-send")).toHaveCount(0);
  await expect(page.getByTestId("kept-draft")).toContainText("Are you still\ninterested?");
  await expectAccessible(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByTestId("kept-draft").getByRole("button").click();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(draft.text);

  // The key that replies leads to the search, and what is typed then is no shortcut.
  await page.getByTestId("timeline").click();
  await page.keyboard.press("r");
  await page.keyboard.type("deliver");
  await expect(place.getByRole("searchbox")).toHaveValue("deliver");
  expect(await status(conversationId)).toBe("open");

  await page.keyboard.press("Escape");
  await page.getByRole("radio", { name: "Note" }).click();
  await expect(field(page)).toBeVisible();
  await page.getByRole("radio", { name: "Reply" }).click();
  await expect(place).toBeVisible();

  await customerWrites(demo, "whatsapp", "Yes, I am!", { from });
  await expectText(page, draft.text);
  await expect(page.getByTestId("composer-send")).toBeEnabled();
});

test("a door that shuts under one's hands takes no key away; templates come when they are asked for", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "Quick, please", { at: Date.now() - day + 3_600_000 });
  await signIn(page, await agentOf(demo, "Ada"));
  await page.clock.install();
  await open(page, conversationId);
  await field(page).pressSequentially("One mo");
  await page.clock.fastForward("02:00:00");
  await expect(page.getByTestId("pick-template")).toBeVisible();
  await page.keyboard.type("ment, e");
  await expectText(page, "One moment, e");
  await page.keyboard.press("Control+Enter");
  await expectText(page, "One moment, e");
  await page.getByTestId("pick-template").click();
  await expect(page.getByTestId("template-place").getByRole("searchbox")).toBeFocused();
  await expect(page.getByTestId("kept-draft")).toContainText("One moment, e");
  await expect(page.locator('[data-direction="outbound"]')).toHaveCount(0);
});

test("one is reminded when the customer replies", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "Later", { at: Date.now() - 2 * day });
  await signIn(page, await agentOf(demo, "Ada"));
  await open(page, conversationId);
  await page.getByTestId("remind-me").click();
  await expect.poll(() => status(conversationId)).toBe("snoozed");
});
