import { expect } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { addAgent, customerWrites } from "./people.ts";

const demo = readDemo();

test("rows and font size go with one to another browser, and are right from the first moment", async ({ page: screen, browser }) => {
  const agent = await addAgent(demo, "Ines");
  await signIn(screen, agent);
  const row = screen.getByTestId("conversation-row").first();
  const usual = (await row.boundingBox())?.height ?? 0;
  await screen.goto(`${demo.consoleUrl}/settings/appearance`);
  const saved = screen.waitForResponse((response) => response.url().endsWith("/me/settings") && response.request().method() === "PATCH");
  await screen.getByText("130%", { exact: true }).click();
  await expect(screen.getByRole("radio", { name: "130%" })).toBeChecked();
  await saved;
  const both = screen.waitForResponse((response) => response.url().endsWith("/me/settings") && response.request().method() === "PATCH");
  await screen.getByText("Compact", { exact: true }).click();
  await expect(screen.getByRole("radio", { name: "Compact" })).toBeChecked();
  await both;
  await expectAccessible(screen);

  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, agent);
  const there = elsewhere.getByTestId("conversation-row").first();
  await expect(there).toBeVisible();
  await expect.poll(async () => Math.round((await there.boundingBox())?.height ?? 0)).toBe(Math.round(usual * (44 / 64) * 1.3));
  // The next page is written in that size.
  const html = await (await elsewhere.request.get(`${demo.consoleUrl}/inbox/all`)).text();
  expect(html).toMatch(/<html[^>]*font-size:\s*130%/);
  await elsewhere.context().close();
});

test("a signature is shown where one writes, and goes out below the reply", async ({ page: screen }) => {
  const agent = await addAgent(demo, "Runa");
  const { conversationId } = await customerWrites(demo, "messenger", "Hello there", { name: null });
  await signIn(screen, agent);
  await screen.goto(`${demo.consoleUrl}/settings/appearance`);
  await screen.getByTestId("signature-messenger").click();
  await screen.getByLabel("Signature on Messenger").fill("{{agent.first_name}}, {{workspace.name}}");
  await expectAccessible(screen);
  const saved = screen.waitForResponse((response) => response.url().endsWith("/me/settings") && response.request().method() === "PATCH");
  await screen.getByRole("button", { name: "Keep the signature on Messenger" }).click();
  await saved;
  await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(screen.getByTestId("composer-signature")).toContainText("Runa, Alpaca & Co");
  await expectAccessible(screen);
  await screen.getByTestId("composer").getByRole("textbox").fill("Good day");
  await screen.keyboard.press("Control+Enter");
  await expect(screen.getByTestId("timeline-item").last()).toContainText("Good day");
  await expect(screen.getByTestId("timeline-item").last()).toContainText("Runa, Alpaca & Co");
});
