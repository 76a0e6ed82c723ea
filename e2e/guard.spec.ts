import { expect } from "@playwright/test";
import { expectText, field } from "./composer.ts";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { agentOf, customerWrites } from "./people.ts";

/** Two agents answer at once: the second is told before anything goes out, and loses no word. */
const demo = readDemo();

test("a reply that a colleague has overtaken waits for the agent; what the customer writes does not hold it up", async ({ browser }) => {
  const { conversationId, from } = await customerWrites(demo, "whatsapp", "When do you open?");
  const [ada, grace] = [await agentOf(demo, "Ada"), await agentOf(demo, "Grace")];
  const [first, second] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()];
  for (const [page, who] of [
    [first, ada],
    [second, grace],
  ] as const) {
    await signIn(page, who);
    await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
    await expect(page.getByText("When do you open?").last()).toBeVisible();
  }
  await field(first).pressSequentially("At eight, and on Sun");
  await field(second).pressSequentially("At nine.");
  await field(second).press("Control+Enter");
  // She has it on her screen, and it was not there when she began.
  await expect(first.getByTestId("timeline").getByText("At nine.")).toBeVisible();
  await field(first).pressSequentially("days at ten.");
  await field(first).press("Control+Enter");
  const strip = first.getByTestId("overtaken");
  await expect(strip).toContainText(/Grace replied \d+ sec\. ago/);
  await expectText(first, "At eight, and on Sundays at ten.");
  await expect(first.getByTestId("timeline").getByText("At eight")).toBeHidden();
  await expectAccessible(first);
  // Sending once more changes nothing: nobody has looked yet.
  await field(first).press("Control+Enter");
  await expect(strip).toBeVisible();
  await expectText(first, "At eight, and on Sundays at ten.");
  await strip.getByRole("button", { name: "Review" }).click();
  await expect(strip).toBeHidden();
  await expectText(first, "At eight, and on Sundays at ten.");

  await customerWrites(demo, "whatsapp", "And on Mondays?", { from });
  await expect(first.getByTestId("timeline").getByText("And on Mondays?", { exact: true })).toBeVisible();
  await field(first).press("Control+Enter");
  await expectText(first, "");
  await expect(second.getByTestId("timeline").getByText("At eight, and on Sundays at ten.")).toBeVisible();

  await field(second).pressSequentially("Closed.");
  await field(first).fill("Mondays from nine.");
  await field(first).press("Control+Enter");
  await expect(second.getByTestId("timeline").getByText("Mondays from nine.")).toBeVisible();
  await field(second).press("Control+Enter");
  await second.getByTestId("overtaken").getByRole("button", { name: "Send anyway" }).click();
  await expect(first.getByTestId("timeline").getByText("Closed.")).toBeVisible();
  await expectText(second, "");
  await Promise.all([first.context().close(), second.context().close()]);
});
