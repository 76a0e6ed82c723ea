import { expect, type Page } from "@playwright/test";
import { expectText, field, isRightToLeft } from "./composer.ts";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { expectTidy } from "./expect-tidy.ts";
import { customerWrites } from "./people.ts";

/** What customers, platforms and admins bring that nobody would think of: nothing breaks, nothing that was typed is lost. */
const demo = readDemo();

async function open(page: Page, conversationId: string): Promise<void> {
  await signIn(page, demo);
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
}

test("a name of 500 characters is kept as far as it goes, and breaks no screen", async ({ page }) => {
  const longest = `Wolfeschlegelsteinhausenbergerdorff${"ö".repeat(465)}`;
  const { conversationId } = await customerWrites(demo, "whatsapp", "My name is long.", { name: longest });
  await open(page, conversationId);
  await expect(page.getByTestId("conversation").getByRole("heading", { level: 2 })).toContainText("Wolfeschlegelsteinhausenbergerdorff");
  for (const width of [1440, 1024, 400]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByTestId("timeline-item").first()).toBeVisible();
    await expectTidy(page, `at ${width}`);
  }
});

test("a customer without any name is worked with like any other", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "Guess who I am.", { name: null });
  await open(page, conversationId);
  await expect(page.locator(`[data-conversation-id="${conversationId}"]`)).toContainText(/\w/);
  await expect(page).toHaveTitle(/\S/);
  await field(page).fill("Whoever you are: hello.");
  await page.getByTestId("composer-send").click();
  await expect(page.getByTestId("timeline-item").filter({ hasText: "Whoever you are: hello." })).toBeVisible();
  await expectTidy(page, "without a name");
});

test("from right to left in a page from left to right stays in its order", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "هل المعطف متوفر بمقاس M؟ رقمي +44 7700 900461", { name: "ليلى حداد" });
  await open(page, conversationId);
  const message = page.getByTestId("timeline-item").filter({ hasText: "المعطف" });
  await expect(message.locator("[dir=auto]").first()).toBeVisible();
  await expect(page.getByTestId("conversation").getByRole("heading", { level: 2 })).toHaveText(/ليلى حداد/);
  await field(page).fill("نعم، المقاس M متوفر");
  expect(await isRightToLeft(page)).toBe(true);
  await expectTidy(page, "right to left");
});

test("an image that is not one goes as the file it is, and what was written stays", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "whatsapp", "Show me.");
  await open(page, conversationId);
  await field(page).fill("Here it is:");
  await page
    .getByTestId("composer-file-input")
    .setInputFiles({ name: "coat.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)>this is no picture</svg>") });
  const files = page.getByTestId("composer-files");
  await expect(files.locator('[data-state="ready"]')).toContainText("coat.png");
  await expect(files.locator("img")).toHaveCount(0);
  await expectText(page, "Here it is:");
});

test("among a thousand labels the right one is found by typing", async ({ page }) => {
  test.setTimeout(240_000);
  const { conversationId } = await customerWrites(demo, "whatsapp", "Where do I belong?");
  const tag = Date.now() % 1_000_000;
  const made: string[] = [];
  try {
    for (let i = 0; i < 1000; i++) {
      const { id } = await api<{ id: string }>(demo, "POST", "/api/v1/labels", { name: `Shelf ${tag} ${i}`, color: "#245fd4" });
      made.push(id);
    }
    await open(page, conversationId);
    const panel = page.getByRole("complementary");
    await panel.getByRole("combobox", { name: "Label" }).click();
    await page.getByRole("combobox", { name: "Find a label" }).fill(`shelf ${tag} 777`);
    await expectAccessible(page);
    await page.getByRole("option", { name: `Shelf ${tag} 777` }).click();
    await page.keyboard.press("Escape");
    await expect(panel.getByText(`Shelf ${tag} 777`)).toBeVisible();
    await expectTidy(page, "with a thousand labels");
  } finally {
    for (const id of made) await api(demo, "DELETE", `/api/v1/labels/${id}`);
  }
});
