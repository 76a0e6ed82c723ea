import { expect } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { agentOf, customerWrites } from "./people.ts";

/** Code that comes later may not come: the desk goes on, and it comes when it can. */
const demo = readDemo();

test("code that is lost on its way takes nothing down, and is asked for until it comes", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Anyone?");
  await signIn(page, await agentOf(demo, "Ada"));
  const [lost, came] = [new Set<string>(), new Set<string>()];
  let connected = false;
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const url = route.request().url();
    const answer = await route.fetch();
    const late = /requestPermission|composer-input/.test(await answer.text());
    if (late && !connected) {
      lost.add(url);
      return route.abort("connectionfailed");
    }
    if (late) came.add(url);
    return route.fulfill({ response: answer });
  });
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect.poll(() => lost.size).toBeGreaterThanOrEqual(2);
  await expect(page.getByTestId("conversation-row").first()).toBeVisible();
  connected = true;
  await page.evaluate("window.dispatchEvent(new Event('online'))");
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
  await expect(page.getByTestId("composer-input")).toBeEditable();
  await expect.poll(() => [...lost].filter((url) => !came.has(url))).toEqual([]);
  // What is on its way when the test ends is nobody's any more.
  await page.unrouteAll({ behavior: "ignoreErrors" });
});
