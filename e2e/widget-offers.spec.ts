import { expect } from "@playwright/test";
import { api, readDemo } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { connectWidget, openShop } from "./shop.ts";
import { conversationWith, launcher, openChat, panelOf } from "./widget.ts";

/** What a shop offers by itself: the small bubble, when its rules say so, and never more than that. */
const demo = readDemo();

test("an offer is shown when its rule is met, stays away when it was sent away, and is told to agents once its visitor writes", async ({
  browser,
}) => {
  const widget = await connectWidget(demo, "Offering shop");
  const shop = await openShop(demo, { key: widget.key });
  await widget.allow([shop.origin], {
    proactive: [
      { name: "big_cart", text: { en: "Shipping is free for you" }, when: { path: "/coats", trait: { name: "cart_value", atLeast: 100 } } },
      { name: "sizes", text: { en: "Which size do you need?" }, when: { path: "/coats" } },
      { name: "leaving", text: { en: "Shall we keep your cart?" }, when: { path: "/cart", leaving: true }, cap: { times: 5 } },
    ],
  });
  const shopper = await browser.newContext();
  const visitor = await shopper.newPage();
  const asked: string[] = [];
  visitor.on("request", (request) => !request.url().startsWith(shop.origin) && asked.push(new URL(request.url()).pathname));
  const bubble = visitor.locator("onethread-chat .preview");
  const leave = "document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY: -1 }))";
  await visitor.goto(`${shop.origin}/cart`);
  await expect(launcher(visitor)).toBeVisible();
  await visitor.waitForLoadState("networkidle");
  expect(asked).toEqual(["/widget/loader.js", "/widget/offers.js"]);
  await expect(bubble).toBeHidden();
  await visitor.evaluate(leave);
  await expect(bubble).toContainText("Offering shop");
  await expect(bubble).toContainText("Shall we keep your cart?");
  await expect(launcher(visitor)).toHaveAttribute("aria-expanded", "false");
  await expectAccessible(visitor);
  await bubble.getByRole("button", { name: "Dismiss" }).click();
  await expect(bubble).toBeHidden();

  // The next page of a single-page app, with a full cart; the one after it has the next offer: this one was sent away.
  await visitor.evaluate('Onethread.update({ traits: { cartValue: 120 } }); history.pushState(null, "", "/coats")');
  await expect(bubble).toContainText("Shipping is free for you");
  await bubble.getByRole("button", { name: "Dismiss" }).click();
  await visitor.goto(`${shop.origin}/coats/grey`);
  await expect(bubble).toContainText("Which size do you need?");
  await bubble.getByRole("button", { name: /Which size/ }).click();
  const panel = panelOf(visitor);
  await expect(panel.getByTestId("message")).toContainText("Which size do you need?");
  const answer = `About ${Date.now()}`;
  await panel.getByRole("textbox", { name: "Your message" }).fill(answer);
  await visitor.keyboard.press("Enter");
  await expect(panel.getByTestId("message")).toHaveCount(2);
  const conversation = await conversationWith(demo, answer);
  const timeline = async () => JSON.stringify(await api(demo, "GET", `/api/v1/conversations/${conversation}/timeline?limit=50`));
  await expect.poll(timeline).toMatch(/offer_taken/);
  for (const told of ["offer_dismissed", '"big_cart"', '"sizes"', '"leaving"']) await expect.poll(timeline).toContain(told);

  // While a conversation is under way nothing is offered.
  await panel.getByRole("button", { name: "Close chat" }).click();
  await visitor.evaluate(`history.pushState(null, "", "/cart"); ${leave}`);
  await expect(bubble).toBeHidden();
  await shopper.close();

  // Who may not be remembered is offered nothing: it would be the same again and again.
  const secret = await openShop(demo, {
    key: widget.key,
    script: `window.Onethread = Object.assign((...call) => Onethread.q.push(call), { q: [] }); Onethread("boot", { consent: { storage: false } });`,
  });
  await widget.allow([secret.origin], { proactive: [{ name: "all", text: { en: "Hello" }, when: {} }] });
  const forgotten = await (await browser.newContext()).newPage();
  const loaded = forgotten.waitForResponse(/loader\.js/);
  await forgotten.goto(secret.origin);
  expect(await (await loaded).text()).toContain('"offers":true');
  await expect(launcher(forgotten)).toBeVisible();
  await forgotten.waitForLoadState("networkidle");
  await expect(forgotten.locator("onethread-chat .preview")).toBeHidden();
  const field = (await openChat(forgotten)).getByRole("textbox", { name: "Your message" });
  await field.fill("Keep nothing");
  await forgotten.keyboard.press("Enter");
  await expect(panelOf(forgotten).getByTestId("message")).toContainText("Keep nothing");
  expect(await forgotten.evaluate("localStorage.length + sessionStorage.length + document.cookie.length")).toBe(0);
  await forgotten.context().close();
  await secret.close();
  await shop.close();
});
