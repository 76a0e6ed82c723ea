import { expect, type Route } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { customerWrites } from "./people.ts";
import { connectWidget, openShop } from "./shop.ts";
import { conversationWith, launcher, openChat, panelOf } from "./widget.ts";

/** The chat on a shop's page, in the eyes of its visitors and of the agent who answers them. */
const demo = readDemo();

test("a visitor writes, an agent answers, the visitor reads it; a reload and a second tab keep the thread", async ({ page: screen, browser }) => {
  const widget = await connectWidget(demo, "Alpaca & Co shop");
  const shop = await openShop(demo, { key: widget.key });
  await widget.allow([shop.origin]);
  const shopper = await browser.newContext();
  const visitor = await shopper.newPage();
  const asked: string[] = [];
  visitor.on("request", (request) => asked.push(request.url()));
  await visitor.goto(`${shop.origin}/coats`);
  await expect(launcher(visitor)).toBeVisible();
  await visitor.waitForLoadState("networkidle");
  // Nobody is asked anything before somebody wants to chat.
  expect(asked.filter((url) => !url.startsWith(shop.origin)).map((url) => new URL(url).pathname)).toEqual(["/widget/loader.js"]);

  const question = `Do you have coat ${Date.now()} in M?`;
  const panel = await openChat(visitor);
  await panel.getByRole("textbox", { name: "Your message" }).fill(question);
  await visitor.keyboard.press("Enter");
  await expect(panel.getByTestId("message")).toContainText(question);

  await signIn(screen, demo);
  await screen.getByTestId("conversation-row").filter({ hasText: question }).click();
  await expect(screen.getByTestId("timeline-item").filter({ hasText: question })).toBeVisible();
  await screen.getByTestId("composer").getByRole("textbox").fill("Yes, and in black.");
  await screen.keyboard.press("Control+Enter");
  await expect(panel.getByTestId("message").last()).toContainText("Yes, and in black.");
  // Seen in the open panel: the desk knows that it was read.
  await expect(screen.getByTestId("timeline-item").filter({ hasText: "Yes, and in black." })).toHaveAttribute("data-status", "read");

  // The shop's next page goes on where the last one was, with what is half written.
  await panel.getByRole("textbox", { name: "Your message" }).fill("And is it");
  await visitor.goto(`${shop.origin}/coats/grey`);
  const again = panelOf(visitor);
  await expect(again.getByTestId("message")).toHaveCount(2);
  await expect(again.getByRole("textbox", { name: "Your message" })).toHaveValue("And is it");
  const second = await shopper.newPage();
  await second.goto(`${shop.origin}/scarfs`);
  await expect(launcher(second)).toBeVisible();
  // Where the panel is open it would be read at once.
  await visitor.close();
  // What comes while the panel is shut stands beside the launcher.
  await screen.getByTestId("composer").getByRole("textbox").fill("Shall I put one aside?");
  await screen.keyboard.press("Control+Enter");
  await expect(launcher(second)).toHaveAccessibleName("Open chat, 1 unread");
  await expect(second.locator("onethread-chat .preview")).toContainText("Shall I put one aside?");
  // In another language everything that is said at the launcher is said anew; what was put away stays away.
  const dismiss = second.locator("onethread-chat .dismiss");
  await dismiss.click();
  await second.evaluate('Onethread.update({ locale: "de" })');
  await expect(launcher(second)).toHaveAccessibleName("Chat öffnen, 1 ungelesen");
  await expect(dismiss).toHaveAttribute("aria-label", "Ausblenden");
  await expect(dismiss).toBeHidden();
  await second.evaluate('Onethread.update({ locale: "en" })');
  // A framework puts another body in the place of this one, with the lines for the chat in it once more.
  const swapBody = `document.body.replaceWith(document.body.cloneNode(true)); window.Onethread = function () {}; Onethread.version`;
  expect(await second.evaluate(swapBody)).toBe("1");
  await expect(launcher(second)).toHaveAccessibleName("Open chat, 1 unread");
  const other = await openChat(second);
  await expect(other.getByTestId("message")).toHaveCount(3);
  await second.evaluate(swapBody);
  await expect(other.getByTestId("message")).toHaveCount(3);
  await expect(second.locator("onethread-chat")).toHaveCount(1);
  await other.getByRole("textbox", { name: "Your message" }).press("Escape");
  await expect(launcher(second)).toBeFocused();
  await shopper.close();
  await shop.close();
});

test("what is written without a line waits for one, goes on to the shop's next page, and is one message", async ({ browser }) => {
  const widget = await connectWidget(demo, "Offline");
  const shop = await openShop(demo, { key: widget.key });
  await widget.allow([shop.origin]);
  const shopper = await browser.newContext();
  const visitor = await shopper.newPage();
  await visitor.goto(shop.origin);
  const panel = await openChat(visitor);
  const field = panel.getByRole("textbox", { name: "Your message" });
  await field.fill("First");
  await visitor.keyboard.press("Enter");
  await expect(panel.getByTestId("message")).toHaveCount(1);
  await shopper.setOffline(true);
  await field.fill("Second");
  await visitor.keyboard.press("Enter");
  await expect(panel.getByText("No connection. Trying again …")).toBeVisible();
  await expect(panel.getByTestId("pending")).toContainText("Second");
  await shopper.setOffline(false);
  await expect(panel.getByTestId("message")).toHaveCount(2);
  await expect(panel.getByText("No connection. Trying again …")).toHaveCount(0);

  // Taken, but its answer is lost; and one that did not get through, while the visitor goes on to the shop's next page.
  const posts = (work: (route: Route) => Promise<void>) =>
    shopper.route("**/widget/v1/messages?*", (route) => (route.request().method() === "POST" ? work(route) : route.continue()));
  await posts(async (route) => {
    await route.fetch();
    await route.abort();
  });
  await field.fill("Third");
  await visitor.keyboard.press("Enter");
  await expect(panel.getByTestId("message")).toHaveCount(3);
  await posts((route) => route.abort());
  await field.fill("Fourth");
  await visitor.keyboard.press("Enter");
  await expect(panel.getByTestId("pending")).toContainText("Fourth");
  await visitor.goto(`${shop.origin}/next`);
  await expect(panelOf(visitor).getByTestId("pending")).toContainText("Fourth");
  await shopper.unrouteAll({ behavior: "wait" });
  await expect(panelOf(visitor).getByTestId("pending")).toHaveCount(0);
  await expect(panelOf(visitor).getByTestId("message").locator(".bubble")).toHaveText(["First", "Second", "Third", "Fourth"]);
  await shopper.close();
  await shop.close();
});

test("a site that is not allowed shows nothing of the chat", async ({ browser, broken }) => {
  const widget = await connectWidget(demo, "Another shop");
  const shop = await openShop(demo, { key: widget.key });
  await widget.allow(["https://shop.example"]);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(shop.origin);
  await visitor.waitForLoadState("networkidle");
  await expect(launcher(visitor)).toHaveCount(0);
  // A page that does not say where it is gets a launcher; the panel is kept from it all the same, and the launcher goes.
  const secretive = await (await browser.newContext()).newPage();
  await secretive.goto(`${shop.origin}/secretive`);
  await launcher(secretive).click();
  await expect.poll(() => broken.some((one) => one.includes("frame-ancestors"))).toBe(true);
  await expect(secretive.locator("onethread-chat")).toHaveCount(0);
  broken.length = 0;
  await secretive.context().close();
  await visitor.context().close();
  await shop.close();
});

test("the panel is accessible in light, dark and from right to left", async ({ browser }) => {
  const widget = await connectWidget(demo, "Coats");
  for (const [scheme, locale, write] of [
    ["light", "en", "Send us a message"],
    ["dark", "ar", "أرسل لنا رسالة"],
  ] as const) {
    const shop = await openShop(demo, {
      key: widget.key,
      script: `window.Onethread = function () { (Onethread.q = Onethread.q || []).push(arguments) }; Onethread("boot", { locale: "${locale}", scheme: "${scheme}" }); Onethread("open");`,
    });
    await widget.allow([shop.origin]);
    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(shop.origin);
    const panel = panelOf(visitor);
    await expect(panel.getByRole("button", { name: write })).toBeVisible();
    await expectAccessible(visitor);
    await panel.getByRole("button", { name: write }).click();
    await panel.getByRole("textbox").fill("مرحبا hello");
    await visitor.keyboard.press("Enter");
    await expect(panel.getByTestId("message")).toHaveCount(1);
    await expectAccessible(visitor);
    await visitor.context().close();
    await shop.close();
  }
});

test("a visitor goes on in WhatsApp, is asked how it was, and both stand in the one conversation", async ({ browser, broken }) => {
  const accounts = await api<{ data: { id: string; channel: string }[] }>(demo, "GET", "/api/v1/channel-accounts");
  const whatsapp = accounts.data.find(({ channel }) => channel === "whatsapp")?.id ?? "";
  const widget = await connectWidget(demo, "Coats and more");
  const shop = await openShop(demo, { key: widget.key });
  await widget.allow([shop.origin], { doors: [whatsapp] });
  const shopper = await browser.newContext();
  await shopper.route("https://wa.me/**", (route) => route.fulfill({ body: "WhatsApp" }));
  const visitor = await shopper.newPage();
  await visitor.goto(shop.origin);
  const said = `Where is order ${Date.now()}?`;
  const panel = await openChat(visitor);
  await panel.getByRole("textbox", { name: "Your message" }).fill(said);
  await visitor.keyboard.press("Enter");
  await expect(panel.getByTestId("message")).toHaveCount(1);
  const conversation = await conversationWith(demo, said);

  await panel.getByRole("button", { name: "Back" }).click();
  const opened = shopper.waitForEvent("page");
  await panel.getByRole("button", { name: "Continue on WhatsApp" }).click();
  const phone = await opened;
  await phone.waitForURL(/wa\.me/);
  const text = new URL(phone.url()).searchParams.get("text") ?? "";
  expect(broken.splice(0).every((one) => one.includes("https://wa.me/"))).toBe(true);
  // What the link puts into the field is what WhatsApp sends.
  const there = await customerWrites(demo, "whatsapp", text, { name: "Maya" });
  expect((await api<{ id: string }>(demo, "GET", `/api/v1/conversations/${there.conversationId}`)).id).toBe(conversation);

  await api(demo, "POST", `/api/v1/conversations/${conversation}/messages`, {
    content: { kind: "text", text: "It is on its way." },
    channelAccountId: widget.id,
  });
  await panel.getByRole("button", { name: "Back to your conversation" }).click();
  await expect(panel.getByTestId("message").last()).toContainText("It is on its way.");
  await api(demo, "PATCH", `/api/v1/conversations/${conversation}`, { status: "done" });
  await expect(panel.getByTestId("ended").getByRole("button", { name: "Download the conversation" })).toBeVisible();
  const survey = panel.getByTestId("survey");
  await survey.getByRole("radio", { name: "Very good" }).check();
  await survey.getByRole("textbox").fill("Quick!");
  await survey.getByRole("button", { name: "Send" }).click();
  await expect(panel.getByText("Thank you!")).toBeVisible();
  await panel.getByRole("button", { name: "Start a new one" }).click();
  await visitor.keyboard.type("One more thing");
  await visitor.keyboard.press("Enter");
  await expect(panel.getByTestId("ended")).toBeHidden();
  await expect(panel.getByText("Sent").last()).toBeVisible();
  // Before it is answered there is nothing to end.
  await expect(panel.getByRole("button", { name: "End the chat" })).toHaveCount(0);
  await api(demo, "POST", `/api/v1/conversations/${conversation}/messages`, {
    content: { kind: "text", text: "You are welcome." },
    channelAccountId: widget.id,
  });
  await panel.getByRole("button", { name: "End the chat" }).click();
  await expect(panel.getByTestId("ended")).toBeVisible();
  await expect
    .poll(async () => JSON.stringify(await api(demo, "GET", `/api/v1/conversations/${conversation}/timeline?limit=20`)))
    .toContain('"feedback":5');
  await shopper.close();
  await shop.close();
});
