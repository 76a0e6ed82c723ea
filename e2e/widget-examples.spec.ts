import { existsSync, readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { buildPackages } from "../tools/build-packages.ts";
import { readDemo } from "./demo.ts";
import { test } from "./desk-test.ts";
import { connectWidget, servePages } from "./shop.ts";
import { launcher, openChat, panelOf } from "./widget.ts";

/** The examples of how to put the chat on a page: each as it stands there, but for the desk's address and the key. */
const demo = readDemo();
const examples = path.resolve(import.meta.dirname, "../apps/widget/examples");
const types: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

/** A folder as a site; an address without a file is its page, as single-page apps have it. */
const serveFolder = (folder: string, key: string) =>
  servePages((request, response) => {
    const name = (request.url ?? "/").slice(1);
    const file = path.extname(name) ? name : "index.html";
    if (!existsSync(path.join(folder, file))) return response.writeHead(404).end();
    const text = readFileSync(path.join(folder, file), "utf8");
    response.setHeader("content-type", types[path.extname(file)] ?? "text/plain");
    return response.end(text.replaceAll("https://desk.example.com", demo.consoleUrl).replaceAll("wgt_your_key", key));
  });

async function writes(page: Page, text: string): Promise<void> {
  const panel = panelOf(page);
  await panel.getByRole("textbox", { name: "Your message" }).fill(text);
  await page.keyboard.press("Enter");
  await expect(panel.getByTestId("message")).toContainText(text);
}

test("the examples work as they stand there: plain, single-page, under a strict policy, and in React", async ({ browser }) => {
  const widget = await connectWidget(demo, "Examples");
  const visit = async (origin: string) => {
    await widget.allow([origin]);
    const page = await (await browser.newContext()).newPage();
    await page.goto(origin);
    await expect(launcher(page)).toBeVisible();
    return page;
  };

  const plain = await serveFolder(path.join(examples, "plain"), widget.key);
  const page = await visit(plain.origin);
  await page.getByRole("button", { name: "Ask us" }).click();
  await panelOf(page).getByRole("button", { name: "Send us a message" }).click();
  await writes(page, "Plain");
  await page.context().close();

  const single = await serveFolder(path.join(examples, "single-page"), widget.key);
  const app = await visit(single.origin);
  await openChat(app);
  await writes(app, "Single page");
  await app.getByRole("link", { name: "Scarfs" }).click();
  await expect(app.getByRole("heading", { name: "Scarfs" })).toBeVisible();
  await expect(panelOf(app).getByTestId("message")).toContainText("Single page");
  await app.goBack();
  await expect(app.getByRole("heading", { name: "Coats" })).toBeVisible();
  await expect(panelOf(app).getByTestId("message")).toContainText("Single page");
  await app.context().close();

  const { answerWith } = (await import(path.join(examples, "strict-policy/server.mjs"))) as {
    answerWith: (desk: string, key: string) => RequestListener;
  };
  const strict = await servePages(answerWith(demo.consoleUrl, widget.key));
  const policed = await visit(strict.origin);
  await openChat(policed);
  await writes(policed, "Strict");
  await policed.context().close();

  const react = await serveFolder(await buildReact(), widget.key);
  const built = await visit(react.origin);
  await built.getByRole("button", { name: "Ask us" }).click();
  await expect(panelOf(built).getByRole("textbox", { name: "Your message" })).toHaveValue("Which size do I need?");
  await panelOf(built).getByRole("button", { name: "Close chat" }).click();
  await built.getByRole("button", { name: "Deutsch" }).click();
  await expect(launcher(built)).toHaveAccessibleName("Chat öffnen");
  await built.getByRole("button", { name: "Without the chat" }).click();
  await expect(built.locator("onethread-chat")).toHaveCount(0);
  await built.getByRole("button", { name: "With the chat" }).click();
  await expect(built.locator("onethread-chat")).toHaveCount(1);
  await expect(launcher(built)).toHaveAccessibleName("Chat öffnen");
  await built.context().close();
  for (const site of [plain, single, strict, react]) await site.close();
});

test("pages made for another chat go on with one line changed, and say once what can't be carried over", async ({ browser }) => {
  const widget = await connectWidget(demo, "Moved");
  const said: string[] = [];
  const warned: string[] = [];
  const script = (name: string) => `${demo.consoleUrl}/widget/${name}.js?key=${widget.key}`;
  /** The lines that these chats have their customers put on a page, but for the address. */
  const lines: Record<string, string> = {
    "/intercom": `window.intercomSettings = { app_id: "abc", name: "Ada", user_hash: "secret", plan: "gold", alignment: "left" };
      window.heard = []; window.Onethread = Object.assign((...call) => Onethread.q.push(call), { q: [] });
      Onethread("on", "message", ({ direction }) => heard.push(direction)); Onethread("identify", { name: "Ada" });
      (function(){var w=window;var ic=w.Intercom;if(typeof ic==="function"){ic('update',w.intercomSettings);}else{var d=document;var i=function(){i.c(arguments);};
      i.q=[];i.c=function(args){i.q.push(args);};w.Intercom=i;var s=d.createElement('script');s.async=true;s.src=${JSON.stringify(script("intercom"))};d.head.append(s);}})();
      Intercom("onShow", () => heard.push("shown")); Intercom("onHide", () => heard.push("hidden"));
      Intercom("onUnreadCountChange", (count) => heard.push(count)); Intercom("showArticle", 1); Intercom("showArticle", 2);
      Intercom("showNewMessage", "Is it warm?");`,
    "/chatwoot": `window.chatwootSettings = { locale: "pt_BR", position: "left", darkMode: "auto" };
      window.heard = [];
      for (const one of ["ready", "opened", "closed", "on-message"]) addEventListener("chatwoot:" + one, ({ detail }) => heard.push(detail ? detail.content : one));
      (function(d,t){var g=d.createElement(t);g.src=${JSON.stringify(script("chatwoot"))};g.async=true;d.head.append(g);
      g.onload=function(){window.chatwootSDK.run({websiteToken:"abc",baseUrl:"https://elsewhere.example"})}})(document,"script");`,
  };
  const site = await servePages((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="en"><head><title>Shop</title></head><body><h1>Shop</h1><script>${lines[request.url ?? ""] ?? ""}</script></body></html>`,
    );
  });
  await widget.allow([site.origin]);
  const open = async (url: string) => {
    const page = await (await browser.newContext()).newPage();
    page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
    page.on("request", (request) => said.push(request.postData() ?? ""));
    await page.goto(site.origin + url);
    return page;
  };

  const one = await open("/intercom");
  await expect(panelOf(one).getByRole("textbox", { name: "Your message" })).toHaveValue("Is it warm?");
  await expect(one.locator("onethread-chat .room")).toHaveAttribute("data-side", "start");
  await panelOf(one).getByRole("textbox", { name: "Your message" }).press("Enter");
  await expect(panelOf(one).getByTestId("message")).toContainText("Is it warm?");
  await one.evaluate('Intercom("hide")');
  await expect.poll(() => one.evaluate("heard")).toEqual(["shown", "out", "hidden"]);
  expect(warned).toEqual(['Onethread: Intercom("showArticle") has no counterpart here.']);
  expect(said.some((body) => body.includes('"plan":"gold"') && body.includes('"name":"Ada"'))).toBe(true);
  expect(said.filter((body) => /secret|"abc"/.test(body))).toEqual([]);
  await one.evaluate('Intercom("shutdown")');
  await expect(one.locator("onethread-chat")).toHaveCount(0);
  await one.evaluate('Intercom("boot", { app_id: "abc", hide_default_launcher: true })');
  await expect(one.locator("onethread-chat")).toHaveCount(1);
  await expect(launcher(one)).toBeHidden();
  await one.context().close();

  const two = await open("/chatwoot");
  await expect(launcher(two)).toHaveAccessibleName("Abrir o chat");
  await two.evaluate('$chatwoot.setUser(4711, { name: "Ada", email: "ada@example.com", identifier_hash: "secret" }); $chatwoot.toggle("open")');
  await panelOf(two).getByRole("button", { name: "Enviar uma mensagem" }).click();
  await panelOf(two).getByRole("textbox").fill("Olá");
  await two.keyboard.press("Enter");
  await expect(panelOf(two).getByTestId("message")).toContainText("Olá");
  await two.evaluate('$chatwoot.setLabel("vip"); $chatwoot.toggle()');
  await expect.poll(() => two.evaluate("heard")).toEqual(["ready", "opened", "Olá", "closed"]);
  expect(await two.evaluate("[$chatwoot.hasLoaded, $chatwoot.isOpen]")).toEqual([true, false]);
  expect(warned.slice(1)).toEqual(["Onethread: $chatwoot.setLabel has no counterpart here."]);
  expect(said.filter((body) => body.includes("secret"))).toEqual([]);
  await two.context().close();
  await site.close();
});

/** As a customer builds it: with what is published, and their own Vite. */
async function buildReact(): Promise<string> {
  buildPackages();
  const vite = createRequire(path.join(examples, "react/package.json")).resolve("vite");
  const { build } = (await import(vite)) as { build: (options: object) => Promise<unknown> };
  const outDir = path.join(os.tmpdir(), `onethread-react-${process.pid}`);
  await build({
    root: path.join(examples, "react"),
    configFile: false,
    logLevel: "error",
    base: "./",
    build: { outDir, emptyOutDir: true, minify: false },
  });
  return outDir;
}
