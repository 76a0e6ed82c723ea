import { expect } from "@playwright/test";
import { field } from "./composer.ts";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { addAgent, customerWrites } from "./people.ts";

/** A note calls a colleague: they are told, find it, have seen it, and watch what goes on there until they have enough of it. */
const demo = readDemo();

test("a colleague is mentioned in a note, told, finds it among the mentions and watches the conversation", async ({ page, browser }) => {
  const name = `Maren${Date.now()}`;
  const maren = await addAgent(demo, name);
  const { conversationId, from } = await customerWrites(demo, "whatsapp", "Does the coat come in green?");
  const customer = `Customer ${from.slice(-4)}`;
  const theirs = await (await browser.newContext()).newPage();
  await signIn(theirs, maren);
  await theirs.goto(`${demo.consoleUrl}/inbox/mentions`);
  await expect(theirs.getByText("Nobody has mentioned you")).toBeVisible();

  await signIn(page, demo);
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
  await page.keyboard.press("n");
  const words = field(page);
  await words.pressSequentially("mail@example is no mention, ");
  const list = page.getByTestId("mention-list");
  await expect(list).toBeHidden();
  await words.pressSequentially(`@${name.slice(0, -1).toLowerCase()}`);
  await expect(list.getByRole("option", { name })).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  await words.press("Enter");
  await expect(list).toBeHidden();
  await words.pressSequentially("is. Please look!");
  await words.press("Control+Enter");
  await expect(page.getByTestId("timeline").getByTestId("mention")).toHaveText(`@${name}`);
  await expect(page.getByTestId("timeline").getByTestId("own-mention")).toHaveCount(0);

  // Told, counted, and in the list without asking.
  await expect(theirs.getByText(`Robin Vale mentioned you at ${customer}`)).toBeVisible();
  const row = theirs.getByTestId("conversation-row");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("mentions you");
  const place = theirs.getByRole("link", { name: /^Mentions/ });
  await expect(place).toContainText("1");
  await expectAccessible(theirs);
  await row.click();
  await expect(theirs.getByTestId("timeline").getByTestId("own-mention")).toContainText(`@${name}`);
  await expect(place).toHaveText("Mentions");
  await expect(row).toHaveCount(1);
  await expect(row).not.toContainText("mentions you");
  const followers = theirs.getByTestId("followers");
  await expect(followers).toContainText("You");
  await expectAccessible(theirs);

  // By key, by button, and in its view.
  const watching = theirs.getByTestId("watch");
  await expect(watching).toHaveAttribute("aria-pressed", "true");
  await theirs.keyboard.press("w");
  await expect(watching).toHaveAttribute("aria-pressed", "false");
  await expect(followers).toHaveCount(0);
  await theirs.goto(`${demo.consoleUrl}/inbox/watching`);
  await expect(theirs.getByText("You watch nothing")).toBeVisible();
  await theirs.goto(`${demo.consoleUrl}/inbox/mentions/${conversationId}`);
  await theirs.getByTestId("details-panel").getByRole("button", { name: "Watch", exact: true }).click();
  await expect(followers).toContainText("You");
  await theirs.goto(`${demo.consoleUrl}/inbox/watching`);
  await expect(row).toHaveCount(1);
  await customerWrites(demo, "whatsapp", "And in red?", { from });
  await expect(theirs.getByText(`${customer}, watched`)).toBeVisible();
  await theirs.context().close();
});
