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
