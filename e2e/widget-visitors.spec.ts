import { createHmac } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { api, readDemo } from "./demo.ts";
import { test } from "./desk-test.ts";
import { connectWidget, openShop } from "./shop.ts";
import { conversationWith, launcher, openChat, panelOf } from "./widget.ts";

/** Who writes in the chat: by the shop's signature, by what they fill in, and by what a page says of them. */
const demo = readDemo();

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

  // Where the shop's page says who she is, she hears of an answer before she points at anything; who never wrote is not kept listening.
  for (const page of [first, second]) await page.evaluate("Onethread.close()");
  await api(demo, "POST", `/api/v1/conversations/${await conversationWith(demo, said)}/messages`, {
    content: { kind: "text", text: "We have it." },
    channelAccountId: widget.id,
  });
  const signedIn = async (sub: string) => {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(`window.Onethread = function () { (Onethread.q = Onethread.q || []).push(arguments) };
      Onethread("boot", { user: { jwt: ${JSON.stringify(signedBy(secret, { sub, aud: widget.key }))} } });`);
    return page;
  };
  const fourth = await signedIn(maya);
  await Promise.all([fourth.waitForRequest(/\/widget\/v1\/stream/), fourth.goto(shop.origin)]);
  await expect(launcher(fourth)).toHaveAccessibleName("Open chat, 1 unread");
  await fourth.context().close();
  const nobody = await signedIn(`nobody-${maya}`);
  const asked: string[] = [];
  nobody.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await Promise.all([nobody.waitForResponse(/\/widget\/v1\/messages/), nobody.goto(shop.origin)]);
  await nobody.waitForLoadState("networkidle");
  expect(asked.filter((path) => path.endsWith("/stream"))).toEqual([]);
  await nobody.context().close();

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
  // The first browser signs out on a page where there is no panel yet, and the page goes on at once: nothing of hers is kept,
  // and her session is over at the desk.
  await first.addInitScript("window.requestIdleCallback = () => 0");
  await first.goto(shop.origin);
  const renewalToken = await first.evaluate<string>(`localStorage.getItem("onethread.${widget.key}.renewal")`);
  expect(renewalToken).not.toBeNull();
  expect(await first.evaluate("globalThis.out = Onethread.shutdown(), Object.keys(localStorage).length")).toBe(0);
  await first.evaluate("out");
  expect(await first.evaluate("Object.keys(localStorage).length")).toBe(0);
  const renewed = await fetch(`${demo.gatewayUrl}/widget/v1/session/renew?key=${widget.key}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: shop.origin },
    body: JSON.stringify({ renewalToken }),
  });
  expect(renewed.status).toBe(401);
  for (const page of [first, second, third]) await page.context().close();
  await shop.close();
});

test("a form before the chat is filled in first; what the page says of its visitor makes nobody known and is told once", async ({ browser }) => {
  const widget = await connectWidget(demo, "With questions");
  const said = `plan-${Date.now()}`;
  const shop = await openShop(demo, {
    key: widget.key,
    script: `window.Onethread = function () { (Onethread.q = Onethread.q || []).push(arguments) };
      Onethread("boot", { user: { name: "Ada" } }); Onethread("update", { traits: { plan: "${said}" } }); Onethread("track", "cart", { total: 3 });`,
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
  const conversation = await conversationWith(demo, question);
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
