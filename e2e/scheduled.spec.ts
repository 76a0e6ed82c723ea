import { expect, type Page } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { agentOf, customerWrites } from "./people.ts";

/** A reply that goes at its time: seen until then, changed, taken back, sent once; and told apart when it could not go. */
const demo = readDemo();
const item = (page: Page) => page.getByTestId("scheduled-item");

async function sent(conversationId: string): Promise<(string | null)[]> {
  type Item = { direction: string | null; content: { text: string | null } };
  const { data } = await api<{ data: Item[] }>(demo, "GET", `/api/v1/conversations/${conversationId}/timeline`);
  return data.filter(({ direction }) => direction === "outbound").map(({ content }) => content.text);
}

test("a reply is scheduled, put off, taken back, and sent at its time", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Remind me tomorrow, please");
  await signIn(page, await agentOf(demo, "Ada"));
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
  const schedule = async () => {
    await page.getByTestId("composer-send-more").click();
    await page.getByRole("menuitem", { name: "Send later…" }).click();
    return page.getByTestId("schedule-dialog");
  };
  await field(page).fill("A reminder");
  const dialog = await schedule();
  await dialog.getByLabel("Date and time").fill("2020-01-01T09:00");
  await expect(dialog).toContainText("This time is past.");
  await expect(page.getByTestId("schedule-submit")).toBeDisabled();
  await dialog
    .getByRole("button", { name: "Monday morning" })
    .or(dialog.getByRole("button", { name: "Tomorrow morning" }))
    .last()
    .click();
  await expectAccessible(page);
  await page.getByTestId("schedule-submit").click();
  await expect(dialog).toBeHidden();
  await expect(item(page)).toContainText("A reminder");
  await expect(item(page)).toContainText("Scheduled for");
  await expectText(page, "");
  await expectAccessible(page);
  await page.reload();
  await item(page).getByRole("button", { name: "Cancel" }).click();
  await expect(item(page)).toHaveCount(0);
  await expectText(page, "A reminder");
  expect(await sent(conversationId)).toEqual([]);

  // Its time comes: the worker sends it.
  await (await schedule()).getByRole("button", { name: "In an hour" }).click();
  await page.getByTestId("schedule-submit").click();
  await expect(item(page)).toBeVisible();
  const { data } = await (await page.request.get(`${demo.consoleUrl}/api/v1/conversations/${conversationId}/scheduled-messages`)).json();
  const soon = new Date(Date.now() + 1500).toISOString();
  await page.request.patch(`${demo.consoleUrl}/api/v1/scheduled-messages/${data[0].id}`, { data: { scheduledFor: soon } });
  // The platform was asked; it does not know this customer, whom the test has made up.
  await expect(page.locator(`[data-item-id="${data[0].id}"]`)).toHaveAttribute("data-status", /sent|delivered|failed/);
  await expect(item(page)).toHaveCount(0);
  expect(await sent(conversationId)).toEqual(["A reminder"]);

  await field(page).fill("Never mind the time");
  await (await schedule()).getByRole("button", { name: "In an hour" }).click();
  await page.getByTestId("schedule-submit").click();
  await item(page).getByRole("button", { name: "Send now" }).click();
  await expect.poll(() => sent(conversationId)).toEqual(["A reminder", "Never mind the time"]);
});

test("where the window is shut by then, the dialog says so before, and the message afterwards", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "Are you there?", { at: Date.now() - 23.5 * 3_600_000 });
  await signIn(page, await agentOf(demo, "Ada"));
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
  await field(page).fill("In time?");
  await page.getByTestId("composer-send-more").click();
  await page.getByRole("menuitem", { name: "Send later…" }).click();
  await page.getByTestId("schedule-dialog").getByRole("button", { name: "In an hour" }).click();
  await expect(page.getByTestId("schedule-too-late")).toBeVisible();
  await expectAccessible(page);
});
