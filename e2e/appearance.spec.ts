import { expect } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { addAgent } from "./people.ts";

const demo = readDemo();

test("rows and font size go with one to another browser, and are right from the first moment", async ({ page: screen, browser }) => {
  const agent = await addAgent(demo, "Ines");
  await signIn(screen, agent);
  const row = screen.getByTestId("conversation-row").first();
  const usual = (await row.boundingBox())?.height ?? 0;
  await screen.goto(`${demo.consoleUrl}/settings/appearance`);
  const saved = screen.waitForResponse((response) => response.url().endsWith("/me/settings") && response.request().method() === "PATCH");
  await screen.getByRole("radio", { name: "130%" }).check({ force: true });
  await saved;
  const both = screen.waitForResponse((response) => response.url().endsWith("/me/settings") && response.request().method() === "PATCH");
  await screen.getByRole("radio", { name: "Compact" }).check({ force: true });
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
