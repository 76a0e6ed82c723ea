import { expect, type Page } from "@playwright/test";
import { expectText } from "./composer.ts";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { customerWrites, postWebhook } from "./people.ts";

/** A conversation by keys alone, what can be done with a message, and what of it counts as seen. */
const demo = readDemo();
const item = (screen: Page, text: string) => screen.getByTestId("timeline").getByTestId("timeline-item").filter({ hasText: text });
const region = (screen: Page, name: string) => screen.locator(`[data-region=${name}]:focus-within`);

/** More than one page of messages, at once: "Number 0.", "Number 1." … */
async function writesNumbers(from: string, count: number): Promise<void> {
  const account = demo.channelAccounts.find(({ channel }) => channel === "messenger")?.externalId ?? "";
  const messaging = Array.from({ length: count }, (_, n) => ({
    sender: { id: from },
    recipient: { id: account },
    timestamp: Date.now() + n,
    message: { mid: `keys_${from}_${n}`, text: `Number ${n}.` },
  }));
  await postWebhook(demo, JSON.stringify({ object: "page", entry: [{ id: account, time: Date.now(), messaging }] }));
}

test("keys go from message to message, to what can be done with one, and from region to region", async ({ page: screen, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await screen.setViewportSize({ width: 1500, height: 900 });
  const from = String(Date.now());
  const { conversationId } = await customerWrites(demo, "messenger", "Where is my parcel?", { from });
  await customerWrites(demo, "messenger", "It should be here.\nIs it?", { from });
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(item(screen, "Is it?")).toBeVisible();

  await expect(screen.getByTestId("timeline").getByText("New", { exact: true })).toBeVisible();
  await screen.keyboard.press("b");
  await expect(item(screen, "Where is my parcel?")).toBeFocused();
  await screen.keyboard.press("Shift+ArrowDown");
  await expect(item(screen, "Is it?")).toBeFocused();
  await screen.keyboard.press("Shift+ArrowUp");
  await expect(item(screen, "Where is my parcel?")).toBeFocused();
  await screen.keyboard.press("Shift+G");
  await expect(item(screen, "Is it?")).toBeFocused();
  await screen.keyboard.press("Enter");
  await expect(item(screen, "Is it?").getByTestId("message-reply")).toBeFocused();
  await expectAccessible(screen);
  await screen.keyboard.press("Escape");
  await expect(item(screen, "Is it?")).toBeFocused();

  // What more there is.
  const more = item(screen, "Is it?").getByTestId("message-more");
  await more.press("Enter");
  await expectAccessible(screen);
  await screen.getByRole("menuitem", { name: "Copy link" }).click();
  const link = await screen.evaluate("navigator.clipboard.readText()");
  expect(link).toMatch(new RegExp(`/inbox/all/${conversationId}\\?m=msg_`));
  await more.click();
  await screen.getByRole("menuitem", { name: "Make a note of it" }).click();
  await expect(screen.getByTestId("composer")).toHaveAttribute("data-mode", "note");
  const field = screen.getByTestId("composer-input");
  await expect(field).toBeFocused();
  await expectText(screen, /^.+:\n> It should be here\.\n> Is it\?\n\n$/);
  await screen.keyboard.type("Ask the depot");
  await expectText(screen, /> Is it\?\n\nAsk the depot$/);

  // Out of the field, and round. While something is told at the lower edge, the key goes there first.
  await expect(screen.locator("[data-notices] > *")).toHaveCount(0);
  for (const name of ["details", "views", "list", "conversation", "composer"]) {
    await screen.keyboard.press("F6");
    await expect(region(screen, name)).toHaveCount(1);
  }
  await expect(field).toBeFocused();
  await screen.keyboard.press("Shift+F6");
  await expect(item(screen, "Is it?").or(screen.locator("[data-scroller]")).and(screen.locator(":focus, :focus-within"))).not.toHaveCount(0);

  // The views are looked at where there is no room for them.
  await screen.setViewportSize({ width: 1000, height: 800 });
  const row = screen.getByTestId("conversation-row").first();
  await row.focus();
  await screen.keyboard.press("[");
  const peek = screen.getByTestId("views-peek");
  await expect(peek.getByRole("link", { name: /^All open/ })).toBeFocused();
  await expectAccessible(screen);
  await screen.keyboard.press("Escape");
  await expect(peek).toBeHidden();
  await expect(row).toBeFocused();
  await screen.keyboard.press("[");
  await peek.getByRole("link", { name: /^Unassigned/ }).click();
  await expect(peek).toBeHidden();
  await expect(screen).toHaveURL(/\/inbox\/unassigned/);
});

test("the first unread message is gone to where more are unread than are loaded", async ({ page: screen }) => {
  const from = String(Date.now());
  const { conversationId } = await customerWrites(demo, "messenger", "Long ago, and read", { from, at: Date.now() - 3_600_000 });
  const { data } = await api<{ data: { id: string }[] }>(demo, "GET", `/api/v1/conversations/${conversationId}/timeline?kinds=message`);
  await api(demo, "POST", `/api/v1/conversations/${conversationId}/read`, { upToId: data[0]?.id });
  await writesNumbers(from, 130);
  await expect.poll(async () => (await api<{ unread: number }>(demo, "GET", `/api/v1/conversations/${conversationId}`)).unread).toBe(130);
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(item(screen, "Number 129")).toBeVisible();
  // It is known a moment after the conversation stands.
  const first = screen.getByTestId("timeline").locator("[data-item-id]:focus");
  await expect(async () => {
    await screen.keyboard.press("b");
    await expect(first).toContainText("Number 0.", { timeout: 1000 });
  }).toPass();
  await expect(screen.getByTestId("timeline").getByText("New", { exact: true })).toBeVisible();
});

test("a note far up shows a colleague's pin at once, and the day one scrolls by", async ({ page: screen }) => {
  const from = String(Date.now());
  const day = 24 * 3_600_000;
  const { conversationId } = await customerWrites(demo, "messenger", "The very first", { from, at: Date.now() - 3 * day });
  const note = await api<{ id: string }>(demo, "POST", `/api/v1/conversations/${conversationId}/notes`, { text: "Prefers the blue one" });
  await writesNumbers(from, 70);
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(item(screen, "Number 69")).toBeVisible();
  await screen.mouse.move(0, 0);
  await screen.locator("[data-scroller]").hover();
  await expect(async () => {
    await screen.mouse.wheel(0, -900);
    await expect(item(screen, "Prefers the blue one")).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(item(screen, "Prefers the blue one").getByText("Pinned")).toHaveCount(0);
  await api(demo, "POST", `/api/v1/items/${note.id}/pin`);
  await expect(item(screen, "Prefers the blue one").getByText("Pinned")).toHaveCount(1);
  await screen.keyboard.press("Shift+G");
  await expect(screen.getByTestId("sticky-day")).toHaveText("Today");
});

test("done is not for what a filter hides", async ({ page: screen }) => {
  const from = String(Date.now());
  const { conversationId } = await customerWrites(demo, "messenger", "I have a question", { from });
  await api(demo, "POST", `/api/v1/conversations/${conversationId}/notes`, { text: "Called back" });
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}?kinds=note`);
  await expect(item(screen, "Called back")).toBeVisible();
  await customerWrites(demo, "messenger", "And another one", { from });
  await expect(screen.getByTestId("conversation-row").filter({ hasText: "And another one" }).first()).toBeVisible();
  await screen.keyboard.press("e");
  await expect(screen.getByText("The customer has written again")).toBeVisible();
  expect((await api<{ status: string }>(demo, "GET", `/api/v1/conversations/${conversationId}`)).status).toBe("open");
});
