import { expect } from "@playwright/test";
import { field } from "./composer.ts";
import { api, readDemo } from "./demo.ts";
import { test } from "./desk-test.ts";
import { addAgent, customerWrites } from "./people.ts";

/** A working day in small, without a pointer: nothing here clicks, hovers or focuses anything by a program. */
const demo = readDemo();

test("an agent signs in, finds, reads, answers, labels, takes, finishes and takes back, by keyboard only", async ({ page }) => {
  const word = `wool${Date.now() % 1_000_000}`;
  const { conversationId } = await customerWrites(demo, "whatsapp", `Is the ${word} scarf warm?`);
  const label = await api<{ name: string }>(demo, "POST", "/api/v1/labels", { name: `Warm ${word}`, color: "#245fd4" });
  const agent = await addAgent(demo, "Keyla");
  const conversation = () =>
    api<{ status: string; assignee: { name: string } | null; labels: string[] }>(demo, "GET", `/api/v1/conversations/${conversationId}`);
  const { keyboard } = page;

  await page.goto(`${demo.consoleUrl}/login`);
  await expect(page.getByTestId("login-email")).toBeFocused();
  await keyboard.type(agent.email);
  await keyboard.press("Tab");
  await keyboard.type(agent.password);
  await keyboard.press("Enter");
  await page.waitForURL(/\/inbox/);
  await expect(page.getByTestId("conversation-row").first()).toBeVisible();

  // Nobody waits for a page before typing on: not a letter is lost, and none is taken for a shortcut.
  await keyboard.press("/");
  await keyboard.type(word);
  await expect(page.getByTestId("search-box")).toHaveValue(word);
  await expect(page.getByTestId("search-hit").filter({ hasText: word })).toHaveCount(1);
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await page.waitForURL(new RegExp(conversationId));
  await expect(page.getByTestId("timeline-item").filter({ hasText: word }).first()).toBeVisible();

  await keyboard.press("r");
  await expect(field(page)).toBeFocused();
  await keyboard.type("Very warm.");
  await keyboard.press("Control+Enter");
  await expect(page.getByTestId("timeline-item").filter({ hasText: "Very warm." })).toBeVisible();
  await keyboard.press("Escape");

  await keyboard.press("l");
  await expect(page.getByTestId("palette")).toBeVisible();
  await keyboard.type(label.name);
  await expect(page.getByRole("option", { name: label.name })).toBeVisible();
  await keyboard.press("Enter");
  await expect.poll(async () => (await conversation()).labels.length).toBe(1);
  // The choices stay open for more than one label.
  if (await page.getByTestId("palette").isVisible()) await keyboard.press("Escape");
  await expect(page.getByTestId("palette")).toBeHidden();

  await keyboard.press("i");
  await expect.poll(async () => (await conversation()).assignee?.name).toBe("Keyla");
  await keyboard.press("e");
  await expect.poll(async () => (await conversation()).status).toBe("done");
  await keyboard.press("z");
  await expect.poll(async () => (await conversation()).status).toBe("open");
});
