import { expect } from "@playwright/test";
import { field } from "./composer.ts";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { addAgent, customerWrites } from "./people.ts";

/** Two agents at one customer see each other: who looks, who writes what, and who would rather not be seen. */
const demo = readDemo();
/**
 * What a colleague does is seen within a second on a quiet machine. A busy one gets longer, yet less than the ten
 * seconds to the next beat: what is seen was told when it happened. Milliseconds.
 */
const soon = { timeout: 8000 };

for (const channel of ["whatsapp", "messenger"] as const) {
  test(`on ${channel} a second agent sees at once who looks and who writes`, async ({ browser }) => {
    const { conversationId } = await customerWrites(demo, channel, "Is anybody there?");
    const grace = await addAgent(demo, "Grace");
    const [first, second] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()];
    await signIn(first, demo);
    await signIn(second, grace);
    const address = `${demo.consoleUrl}/inbox/all/${conversationId}`;
    await first.goto(address);
    const header = first.locator("header").getByTestId("presence-faces").first();
    const row = first.locator(`[data-conversation-id="${conversationId}"]`);
    const bar = first.getByTestId("presence-bar");
    await expect(field(first)).toBeVisible();
    await expect(row).toBeVisible();
    await expect(header).toBeHidden();

    await second.goto(address);
    await expect(field(second)).toBeVisible();
    await expect(header).toContainText("Grace is here", soon);
    await expect(row.getByTestId("presence-faces")).toContainText("Grace is here", soon);
    await field(second).pressSequentially("Hel");
    await expect(bar).toHaveText("Grace is replying…", soon);
    await expect(row.getByTestId("presence-faces")).toContainText("Grace is replying", soon);
    await expectAccessible(first);
    await second.getByRole("radio", { name: "Note" }).click();
    await field(second).pressSequentially("Look");
    await expect(bar).toHaveText("Grace is writing a note…", soon);
    // Another screen of the same person is nobody else.
    const own = await first.context().newPage();
    await own.goto(address);
    await expect(own.getByTestId("presence-bar")).toHaveText("Grace is writing a note…");
    await expect(header).toHaveText(/^Grace is writing a note/);
    await second.goto(`${demo.consoleUrl}/settings/appearance`);
    await expect(header).toBeHidden(soon);
    await expect(bar).toBeHidden();

    await second.getByTestId("show-presence").click();
    await expect(second.getByTestId("show-presence")).toHaveAttribute("aria-checked", "false");
    await expectAccessible(second);
    await second.goto(address);
    const told = second.waitForResponse((response) => response.url().endsWith("/presence") && response.request().method() === "POST");
    await field(second).pressSequentially("x");
    expect((await told).status()).toBe(204);
    // She sees others all the same, by which time it is known that she is not seen.
    await expect(second.locator("header").getByTestId("presence-faces").first()).toContainText("is here");
    await expect(header).toBeHidden();
    await Promise.all([first.context().close(), second.context().close()]);
  });
}
