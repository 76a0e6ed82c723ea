import { expect, type Page } from "@playwright/test";
import { api, readDemo } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { smallPicture } from "./pictures.ts";
import { connectWidget, openShop } from "./shop.ts";
import { conversationWith, launcher, panelOf } from "./widget.ts";

/** The chat for who uses no pointer, or no eyes; and what it says when something does not work. */
const demo = readDemo();

/** Tab, until what is named has the focus: it must be within so many stops. */
async function tabTo(page: Page, name: RegExp, stops = 8): Promise<void> {
  const panel = panelOf(page).locator(":focus");
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press("Tab");
    if ((await panel.count()) > 0 && name.test((await panel.getAttribute("aria-label")) ?? (await panel.textContent()) ?? "")) return;
  }
  throw new Error(`${name} is not reached within ${stops} stops.`);
}

test("by keyboard only, and by ear: opened, written, answered, with an emoji, closed again", async ({ browser }) => {
  const widget = await connectWidget(demo, "Coats by ear");
  const shop = await openShop(demo, { key: widget.key });
  await widget.allow([shop.origin]);
  const shopper = await browser.newContext();
  const visitor = await shopper.newPage();
  await visitor.goto(shop.origin);
  await expect(launcher(visitor)).toBeVisible();

  // The last stop of the page.
  await visitor.locator("#link").focus();
  await visitor.keyboard.press("Tab");
  await expect(launcher(visitor)).toBeFocused();
  await expect(launcher(visitor)).toHaveAttribute("aria-expanded", "false");
  await visitor.keyboard.press("Enter");
  const panel = panelOf(visitor);
  await expect(panel.getByRole("dialog", { name: "Coats by ear" })).toBeVisible();
  await expect(panel.getByRole("heading", { name: "Coats by ear" })).toBeFocused();

  await tabTo(visitor, /Send us a message/);
  await visitor.keyboard.press("Enter");
  await tabTo(visitor, /Your message/);
  const said = `Is it warm? ${Date.now()}`;
  await visitor.keyboard.type(said);
  await tabTo(visitor, /Emoji/);
  await visitor.keyboard.press("Enter");
  const board = panel.getByRole("group", { name: "Emoji" });
  await expect(board.getByRole("button").first()).toBeFocused();
  // Escape leaves the board, and not the chat.
  await visitor.keyboard.press("Escape");
  await expect(board).toHaveCount(0);
  await expect(panel.getByRole("button", { name: "Emoji" })).toBeFocused();
  await visitor.keyboard.press("Enter");
  await expect(board.getByRole("button").first()).toBeFocused();
  await expectAccessible(visitor);
  await visitor.keyboard.press("ArrowDown");
  await visitor.keyboard.press("ArrowRight");
  await visitor.keyboard.press("Enter");
  const field = panel.getByRole("textbox", { name: "Your message" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(`${said}😅`);
  await visitor.keyboard.press("Enter");
  await expect(panel.getByTestId("message")).toHaveCount(1);
  await expect(field).toHaveValue("");

  // What comes in is said once, and nothing of what was there before.
  const conversation = await conversationWith(demo, said);
  await api(demo, "POST", `/api/v1/conversations/${conversation}/messages`, {
    content: { kind: "text", text: "Very warm." },
    channelAccountId: widget.id,
  });
  await expect(panel.getByTestId("message")).toHaveCount(2);
  await expect(panel.getByRole("status").filter({ hasText: "Very warm." })).toHaveText(/^[^:]+: Very warm\.$/);
  await expect(panel.getByRole("status").filter({ hasText: said })).toHaveCount(0);
  await expect(field).toBeFocused();

  await visitor.keyboard.press("Escape");
  await expect(launcher(visitor)).toBeFocused();
  // Shut, the page says it: once, who it is from and what.
  await api(demo, "POST", `/api/v1/conversations/${conversation}/messages`, {
    content: { kind: "text", text: "And light." },
    channelAccountId: widget.id,
  });
  await expect(launcher(visitor)).toHaveAccessibleName("Open chat, 1 unread");
  await expect(visitor.locator("onethread-chat").getByRole("status")).toHaveText(/^New message from .+: And light\.$/);
  await shopper.close();
  await shop.close();
});

test("what fails says so and can be tried again; who waits is told where the answer can go; pictures open large", async ({ browser, broken }) => {
  const accounts = await api<{ data: { id: string; channel: string }[] }>(demo, "GET", "/api/v1/channel-accounts");
  const whatsapp = accounts.data.find(({ channel }) => channel === "whatsapp")?.id ?? "";
  const widget = await connectWidget(demo, "Patient coats");
  const shop = await openShop(demo, { key: widget.key });
  await widget.allow([shop.origin], { doors: [whatsapp] });
  const shopper = await browser.newContext();
  const visitor = await shopper.newPage();
  await visitor.clock.install();
  await visitor.goto(shop.origin);
  await launcher(visitor).click();
  const panel = panelOf(visitor);
  await panel.getByRole("button", { name: "Send us a message" }).click();
  await panel.getByLabel("Attach a file").setInputFiles({ name: "coat.png", mimeType: "image/png", buffer: smallPicture });
  await expect(panel.getByRole("button", { name: "Remove coat.png" })).toBeVisible();
  const said = `Like this one? ${Date.now()}`;
  await panel.getByRole("textbox", { name: "Your message" }).fill(said);
  await visitor.keyboard.press("Enter");
  await expect(panel.getByTestId("message")).toHaveCount(1);

  // A picture, large; Escape closes it, and not the chat.
  await panel.getByRole("link", { name: "coat.png" }).click();
  const large = panel.getByRole("dialog", { name: "coat.png" });
  await expect(large).toBeVisible();
  await expectAccessible(visitor);
  await visitor.keyboard.press("Escape");
  await expect(large).toHaveCount(0);
  await expect(panel.getByRole("textbox", { name: "Your message" })).toBeVisible();

  await expect(panel.getByTestId("elsewhere")).toHaveCount(0);
  await visitor.clock.fastForward(31_000);
  await expect(panel.getByTestId("elsewhere").getByRole("button", { name: "Continue on WhatsApp" })).toBeVisible();
  await panel.getByTestId("elsewhere").getByRole("button", { name: "Dismiss" }).click();
  await expect(panel.getByTestId("elsewhere")).toHaveCount(0);

  // The transcript: refused at first, there the second time.
  const transcript = panel.getByRole("button", { name: "Download the conversation" });
  await shopper.route("**/widget/v1/transcript**", (route) => route.abort());
  await transcript.click();
  await expect(panel.getByRole("alert")).toHaveText("No connection. Trying again …");
  broken.splice(0);
  await shopper.unroute("**/widget/v1/transcript**");
  const downloaded = visitor.waitForEvent("download");
  await transcript.click();
  await downloaded;
  await expect(panel.getByRole("alert")).toHaveCount(0);
  await shopper.close();
  await shop.close();
});
