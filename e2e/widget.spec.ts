import { createHmac } from "node:crypto";
import { expect, type Page, type Route } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { customerWrites } from "./people.ts";
import { connectWidget, openShop } from "./shop.ts";

/** The chat on a shop's page, in the eyes of its visitors and of the agent who answers them. */
const demo = readDemo();

const panelOf = (page: Page) => page.frameLocator("onethread-chat iframe");
const launcher = (page: Page) => page.locator("onethread-chat .launcher");

async function openChat(page: Page): Promise<ReturnType<typeof panelOf>> {
  await launcher(page).click();
  const panel = panelOf(page);
  await panel.getByRole("button", { name: /Send us a message|Back to your conversation/ }).click();
  return panel;
}

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
  const other = await openChat(second);
  await expect(other.getByTestId("message")).toHaveCount(3);
  await second.keyboard.press("Escape");
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
  const conversation = await conversationWith(said);

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
  const survey = panel.getByTestId("survey");
  await survey.getByRole("radio", { name: "Very good" }).check();
  await survey.getByRole("textbox").fill("Quick!");
  await survey.getByRole("button", { name: "Send" }).click();
  await expect(panel.getByText("Thank you!")).toBeVisible();
  await expect
    .poll(async () => JSON.stringify(await api(demo, "GET", `/api/v1/conversations/${conversation}/timeline?limit=20`)))
    .toContain('"feedback":5');
  await shopper.close();
  await shop.close();
});

test("who is signed in at the shop is the customer the shop knows, and the next one sees nothing of it", async ({ browser }) => {
  const widget = await connectWidget(demo, "Signed shop");
  const { secret } = await api<{ secret: string }>(demo, "POST", `/api/v1/channel-accounts/${widget.id}/widget/signing-keys`, { algorithm: "HS256" });
  const shop = await openShop(demo, { key: widget.key });
  await widget.allow([shop.origin]);
  const said = `My size is ${Date.now()}`;
  const maya = `maya-${Date.now()}`;
  const first = await (await browser.newContext()).newPage();
  await first.goto(shop.origin);
  const panel = await openChat(first);
  await panel.getByRole("textbox", { name: "Your message" }).fill(said);
  await first.keyboard.press("Enter");
  await expect(panel.getByTestId("message")).toHaveCount(1);
  // Signs in: the thread comes along.
  await identify(first, signedBy(secret, { sub: maya, name: "Maya Chen", aud: widget.key }));
  await expect(panel.getByTestId("message")).toHaveCount(1);

  // In another browser she finds it again, by proof.
  const second = await (await browser.newContext()).newPage();
  await second.goto(shop.origin);
  await launcher(second).click();
  await identify(second, signedBy(secret, { sub: maya, aud: widget.key }));
  await panelOf(second).getByRole("button", { name: "Back to your conversation" }).click();
  await expect(panelOf(second).getByTestId("message")).toContainText(said);

  // Forged, expired, for somebody else, unsigned: refused, and nothing is shown.
  const third = await (await browser.newContext()).newPage();
  await third.goto(shop.origin);
  await launcher(third).click();
  const claims = { sub: maya, aud: widget.key };
  const unsigned = signedBy(secret, claims)
    .replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString("base64url"))
    .replace(/[^.]+$/, "");
  const wrong = [signedBy("another", claims), signedBy(secret, { ...claims, exp: 1 }), signedBy(secret, { ...claims, aud: "wgt_other" }), unsigned];
  for (const token of wrong) expect(await identify(third, token), token).toBe("invalid_signature");
  await expect(panelOf(third).getByRole("button", { name: "Send us a message" })).toBeVisible();

  // Signed out, and somebody else signs in here: nothing of hers is left.
  await second.evaluate("Onethread.shutdown()");
  await launcher(second).click();
  await identify(second, signedBy(secret, { sub: `other-${maya}`, aud: widget.key }));
  await panelOf(second).getByRole("button", { name: "Send us a message" }).click();
  await expect(panelOf(second).getByText("Write the first message.")).toBeVisible();
  for (const page of [first, second, third]) await page.context().close();
  await shop.close();
});

test("a form before the chat is filled in first; what the page says of its visitor makes nobody known and is told once", async ({ browser }) => {
  const widget = await connectWidget(demo, "With questions");
  const said = `plan-${Date.now()}`;
  const shop = await openShop(demo, {
    key: widget.key,
    script: `window.Onethread = function () { (Onethread.q = Onethread.q || []).push(arguments) };
      Onethread("boot", { user: { name: "Ada", traits: { plan: "${said}" } } }); Onethread("track", "cart", { total: 3 });`,
  });
  const fields = [
    { name: "email", kind: "email", required: true, label: { en: "Your e-mail" } },
    { name: "agree", kind: "consent", required: true, label: { en: "I agree" }, link: "https://shop.example/privacy" },
  ];
  await widget.allow([shop.origin], { preChat: { enabled: true, fields } });
  const visitor = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  visitor.on("request", (request) => request.url().includes("/widget/") && asked.push(new URL(request.url()).pathname));
  await visitor.goto(shop.origin);
  await expect(launcher(visitor)).toBeVisible();
  await visitor.waitForLoadState("networkidle");
  expect(asked).toEqual(["/widget/loader.js"]);

  const panel = await openChat(visitor);
  await panel.getByRole("button", { name: "Start the chat" }).click();
  await expect(panel.getByText("Please fill this in.")).toHaveCount(2);
  await expect(panel.getByLabel("Your e-mail")).toBeFocused();
  await panel.getByLabel("Your e-mail").fill("ada");
  await panel.getByLabel("I agree").check();
  await expect(panel.getByText("This is not an e-mail address.")).toBeVisible();
  expect(asked.some((path) => path.includes("/session") || path.includes("/forms"))).toBe(false);
  await panel.getByLabel("Your e-mail").fill("ada@example.com");
  await panel.getByRole("button", { name: "Start the chat" }).click();
  const question = `Is ${said} right?`;
  await panel.getByRole("textbox", { name: "Your message" }).fill(question);
  await visitor.keyboard.press("Enter");
  // Only what was written: a form is not shown to who filled it in.
  await expect(panel.getByTestId("message")).toHaveText([new RegExp(question.replace("?", "\\?"))]);
  const conversation = await conversationWith(question);
  const timesSaid = async () => {
    const timeline = JSON.stringify(await api(demo, "GET", `/api/v1/conversations/${conversation}/timeline?limit=50`));
    return timeline.split(`"${said}"`).length - 1;
  };
  await expect.poll(timesSaid).toBe(1);
  await visitor.goto(`${shop.origin}/next`);
  await expect(panelOf(visitor).getByTestId("message")).toHaveCount(1);
  await panelOf(visitor).getByRole("textbox", { name: "Your message" }).fill("Thanks");
  await visitor.keyboard.press("Enter");
  await expect(panelOf(visitor).getByTestId("message")).toHaveCount(2);
  expect(asked.filter((path) => path.endsWith("/forms")).length).toBe(3);
  expect(await timesSaid()).toBe(1);
  await visitor.context().close();
  await shop.close();
});

/** Tells the chat who the visitor is, as the shop's page does. Answers the refusal's code. */
const identify = (page: Page, jwt: string): Promise<string | null> =>
  page.evaluate(`Onethread.identify({ jwt: ${JSON.stringify(jwt)} }).then(() => null, (error) => error.code)`);

function signedBy(secret: string, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({ exp: Math.floor(Date.now() / 1000) + 600, ...claims })}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

async function conversationWith(text: string): Promise<string> {
  let found = "";
  await expect
    .poll(async () => {
      const { data } = await api<{ data: { id: string; preview: unknown }[] }>(demo, "GET", "/api/v1/conversations?view=all&limit=20");
      found = data.find((one) => JSON.stringify(one).includes(text))?.id ?? "";
      return found;
    })
    .not.toBe("");
  return found;
}
