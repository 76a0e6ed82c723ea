import { expect, type Page } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { api, type Demo, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { addAgent, agentOf, customerWrites } from "./people.ts";

/** What is sent goes out once, whatever becomes of the network, the page, or the mind of whoever sent it. */
const demo = readDemo();
const isSend = (url: URL) => /\/conversations\/[^/]+\/messages$/.test(url.pathname);

async function openAt(page: Page, conversationId: string, who: Demo): Promise<void> {
  await signIn(page, who);
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
}

async function send(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press("Control+Enter");
  await expectText(page, "");
}

/** What the server has of ours, in its order. */
async function sent(conversationId: string): Promise<(string | null)[]> {
  type Item = { direction: string | null; content: { text: string | null } };
  const { data } = await api<{ data: Item[] }>(demo, "GET", `/api/v1/conversations/${conversationId}/timeline`);
  return data.filter(({ direction }) => direction === "outbound").map(({ content }) => content.text);
}

test("messages written offline wait, say so, and go out in their order when the network is back", async ({ page, context }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Are you there?");
  await openAt(page, conversationId, await agentOf(demo, "Ada"));
  await expect(page.getByTestId("composer-send")).toBeVisible();
  await context.setOffline(true);
  await send(page, "First");
  await send(page, "Second");
  await expect(page.getByText("Offline. 2 messages waiting.")).toBeVisible();
  await expect(page.getByTestId("pending-state")).toHaveText(["Waiting for a connection", "Waiting for a connection"]);
  await expectAccessible(page);
  await context.setOffline(false);
  await expect.poll(() => sent(conversationId)).toEqual(["First", "Second"]);
  await expect(page.getByTestId("pending-state")).toHaveCount(0);
  await expect(page.getByText("messages waiting")).toBeHidden();
});

test("a file that is chosen offline waits, is uploaded when the network is back, and goes out", async ({ page, context }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Do you have a picture?");
  await openAt(page, conversationId, await agentOf(demo, "Ada"));
  await expect(page.getByTestId("composer-attach")).toBeEnabled();
  await context.setOffline(true);
  await page.getByTestId("composer-file-input").setInputFiles({ name: "care.txt", mimeType: "text/plain", buffer: Buffer.from("Wash cold.") });
  const file = page.getByTestId("composer-files").getByRole("listitem");
  await expect(file).toHaveAttribute("data-state", "waiting");
  await expect(file).toContainText("Waiting for a connection");
  await expect(page.getByTestId("composer-send")).toBeDisabled();
  await context.setOffline(false);
  await expect(file).toHaveAttribute("data-state", "ready");
  await page.getByTestId("composer-send").click();
  await expect(page.getByTestId("timeline").getByText("care.txt")).toBeVisible();
});

test("a message that got no answer is tried again after a reload, and is one message", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "Are you there?");
  await openAt(page, conversationId, await agentOf(demo, "Ada"));
  let lost = 0;
  // The server takes it, and its answer does not arrive.
  await page.route(isSend, async (route) => {
    if (lost++ === 0) await route.fetch();
    await route.abort("connectionreset");
  });
  await send(page, "Only once");
  await send(page, "And this");
  await expect(page.getByTestId("pending-state").first()).toHaveText("Waiting for a connection");
  expect(await sent(conversationId)).toEqual(["Only once"]);
  await page.reload();
  await expect(page.getByTestId("timeline").getByText("And this")).toBeVisible();
  await page.unroute(isSend);
  await expect.poll(() => sent(conversationId), { timeout: 60_000 }).toEqual(["Only once", "And this"]);
  await expect(page.getByTestId("pending-state")).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByTestId("timeline").getByText("Only once")).toHaveCount(1);
});

test("sending can be undone for as long as the agent chose; leaving sends at once", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Do you deliver?");
  await signIn(page, await addAgent(demo, "Ada"));
  await page.goto(`${demo.consoleUrl}/settings/appearance`);
  await page.getByRole("combobox", { name: "Undo sending" }).click();
  const saved = page.waitForResponse((answer) => answer.url().endsWith("/me/settings") && answer.request().method() === "PATCH");
  await page.getByRole("option", { name: "30 seconds" }).click();
  expect((await saved).status()).toBe(200);
  await expectAccessible(page);
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
  await send(page, "Yes, on Tusdays.");
  const bar = page.getByTestId("held-bar");
  await expect(bar).toContainText(/Sending in \d+ s/);
  await expectAccessible(page);
  await field(page).fill("See you!");
  await bar.getByRole("button", { name: "Undo" }).click();
  await expectText(page, "Yes, on Tusdays.\n\nSee you!");
  await expect(bar).toBeHidden();
  expect(await sent(conversationId)).toEqual([]);
  await send(page, "Yes, on Tuesdays.");
  await bar.getByRole("button", { name: "Send now" }).click();
  await expect.poll(() => sent(conversationId)).toEqual(["Yes, on Tuesdays."]);
  await send(page, "See you!");
  await expect(bar).toBeVisible();
  await page.reload();
  await expect.poll(() => sent(conversationId)).toEqual(["Yes, on Tuesdays.", "See you!"]);
  await expect(bar).toBeHidden();
  await expect(page.getByTestId("pending-state")).toHaveCount(0);
});

test("a note stays a note, and a reply a reply, whatever is switched while it is on its way", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Hello?");
  await openAt(page, conversationId, await agentOf(demo, "Ada"));
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let publicSends = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && isSend(new URL(request.url()))) publicSends++;
  });
  await page.route("**/notes", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("radio", { name: "Note" }).click();
  await field(page).fill("Do not tell them");
  await field(page).press("Control+Enter");
  await page.getByRole("radio", { name: "Reply" }).click();
  await expectText(page, "");
  await page.getByRole("radio", { name: "Note" }).click();
  await page.getByRole("radio", { name: "Reply" }).click();
  release();
  await expect(page.locator('[data-type="note"]').filter({ hasText: "Do not tell them" })).toHaveAttribute("data-item-id", /^not_/);
  expect([publicSends, await sent(conversationId)]).toEqual([0, []]);
});
