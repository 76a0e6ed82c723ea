import { expect, type Page } from "@playwright/test";
import { editorStands, expectText, field } from "./composer.ts";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { addAgent, agentOf, customerWrites } from "./people.ts";

/** The field that is there at once, and the editor that takes its place without anybody noticing. */
const demo = readDemo();

async function open(page: Page, channel: "messenger" | "whatsapp" = "messenger"): Promise<void> {
  const { conversationId } = await customerWrites(demo, channel, "Hello?");
  await signIn(page, await agentOf(demo, "Ada"));
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
  await expect(page.getByTestId("composer-send")).toBeVisible();
}

// Code that is on its way when a test ends is nobody's any more.
test.afterEach(({ page }) => page.unrouteAll({ behavior: "ignoreErrors" }));

/** Holds back the script that the editor is in. Answers how to let it go. */
async function holdEditor(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (body.includes("ProseMirror")) await held;
    await route.fulfill({ response, body });
  });
  return release;
}

test("while one types, the editor takes the field's place: no key is lost, and undo goes back over it", async ({ page }) => {
  const release = await holdEditor(page);
  await open(page);
  await page.getByTestId("timeline").click();
  await page.keyboard.press("r");
  const before = "jek hid/n? sure, ";
  await page.keyboard.type(before);
  await expect(page.locator("textarea[data-testid=composer-input]")).toBeFocused();
  // Typing goes on in the middle of the text while the script arrives.
  for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowLeft");
  release();
  let typed = "";
  while (!(await page.locator("div[data-testid=composer-input]").isVisible()) && typed.length < 400) {
    await page.keyboard.type("ab");
    typed += "ab";
  }
  await page.keyboard.type("cd");
  await editorStands(page);
  await expect(field(page)).toBeFocused();
  const whole = `${before.slice(0, -6)}${typed}cd${before.slice(-6)}`;
  await expectText(page, whole);
  await page.keyboard.press("Enter");
  await page.keyboard.type("second line");
  await expectText(page, `${before.slice(0, -6)}${typed}cd\nsecond line${before.slice(-6)}`);
  await expectAccessible(page);
  for (let i = 0; i < 40; i++) await page.keyboard.press("Control+z");
  await expectText(page, "");
  for (let i = 0; i < 40; i++) await page.keyboard.press("Control+y");
  await expectText(page, `${before.slice(0, -6)}${typed}cd\nsecond line${before.slice(-6)}`);
});

test("a word of an input method is finished in the field it was begun in", async ({ page }) => {
  const release = await holdEditor(page);
  await open(page);
  await field(page).focus();
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  const arrived = page.waitForResponse(async (answer) => answer.url().includes("/chunks/") && (await answer.text()).includes("ProseMirror"));
  release();
  await arrived;
  await input.send("Input.imeSetComposition", { text: "にほんご", selectionStart: 4, selectionEnd: 4 });
  await expectText(page, "にほんご");
  await expect(page.locator("textarea[data-testid=composer-input]")).toBeFocused();
  await input.send("Input.insertText", { text: "日本語" });
  await editorStands(page);
  await page.keyboard.type("!");
  await expectText(page, "日本語!");
});

test("what is open over the field gives it the focus back, also when the editor came meanwhile", async ({ page }) => {
  const release = await holdEditor(page);
  await open(page);
  await field(page).focus();
  await page.keyboard.type("One");
  await page.keyboard.press("Control+k");
  await expect(page.getByTestId("palette")).toBeVisible();
  const arrived = page.waitForResponse(async (answer) => answer.url().includes("/chunks/") && (await answer.text()).includes("ProseMirror"));
  release();
  await arrived;
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("palette")).toBeHidden();
  await editorStands(page);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(" two");
  await expectText(page, "One two");
});

test("without the editor's script the plain field does all that is needed", async ({ page, broken }) => {
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    if (body.includes("ProseMirror")) await route.abort();
    else await route.fulfill({ response, body });
  });
  await open(page);
  await field(page).fill("As plain as it gets");
  await field(page).press("Control+Enter");
  await expectText(page, "");
  await expect(page.getByText("As plain as it gets").last()).toBeVisible();
  expect(broken.splice(0).filter((one) => !/chunk|Failed to fetch|ERR_FAILED/i.test(one))).toEqual([]);
});

test("words come in plain, whatever they looked like; a very long text goes back to the plain field", async ({ page }) => {
  await open(page);
  await editorStands(page);
  await field(page).focus();
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "One\\r\\n  two  \\n\\nthree");
    clipboardData.setData("text/html", "<h1>One</h1><ul><li><b>two</b></li></ul><img src=x>");
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  })()`);
  await expectText(page, "One\n  two  \n\nthree");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+x");
  await expectText(page, "");
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe("One\n  two  \n\nthree");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expectText(page, "");
  await page.keyboard.type("Dropped: ");
  const box = await field(page).boundingBox();
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "here\\nand there");
    dataTransfer.setData("text/html", "<b>here</b>");
    const at = { clientX: ${(box?.x ?? 0) + (box?.width ?? 0) - 20}, clientY: ${(box?.y ?? 0) + 14} };
    document.activeElement.firstElementChild.dispatchEvent(new DragEvent("drop", { dataTransfer, ...at, bubbles: true, cancelable: true }));
  })()`);
  await expectText(page, "Dropped: here\nand there");
  await field(page).fill("four\nfive");
  await field(page).fill("six\n\nseven");
  await expectText(page, "six\n\nseven");
  const long = "All of it. ".repeat(2500);
  await field(page).fill(long);
  await expect(page.locator("textarea[data-testid=composer-input]")).toBeFocused();
  await page.keyboard.type("And more.");
  await expectText(page, `${long}And more.`);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Short");
  await editorStands(page);
  await page.keyboard.type("er");
  await expectText(page, "Shorter");
});

test("places to fill are chips: walked by Tab, gone as a whole, and nothing is sent while one is open", async ({ page }) => {
  await open(page, "whatsapp");
  await editorStands(page);
  const chips = field(page).locator(".place-chip");
  await field(page).pressSequentially("Order {{?order number}}, size {{?size}}, {{customer.first_name}}.");
  await expect(chips).toHaveText(["order number", "size", "customer.first_name"]);
  await expect(page.getByTestId("open-question")).toContainText("order number");
  await expect(page.getByTestId("composer-send")).toBeDisabled();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.type("4711");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("M");
  await expectText(page, "Order 4711, size M, {{customer.first_name}}.");
  // A variable that nobody filled is open, too, and is told by its name.
  await expect(page.getByTestId("open-question")).toContainText("Customer's first name");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator('[data-direction="outbound"]')).toHaveCount(0);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Backspace");
  await expectText(page, "Order 4711, size M, {{customer.first_name}}.");
  await page.keyboard.press("Backspace");
  await expectText(page, "Order 4711, size M, .");
  await expect(page.getByTestId("open-question")).toBeHidden();
  await expect(page.getByTestId("composer-send")).toBeEnabled();
});

test("an emoji comes by its name behind a colon, or from the board, which remembers the last ones", async ({ page }) => {
  await open(page);
  await editorStands(page);
  const list = page.getByTestId("emoji-list");
  await field(page).pressSequentially("At 10:30 :D see: :tad");
  await expect(list.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.type("a");
  await expect(list).toBeHidden();
  for (let i = 0; i < 5; i++) await page.keyboard.press("Backspace");
  await page.keyboard.type(":tada");
  await expect(list).toBeVisible();
  await page.keyboard.press("Enter");
  await expectText(page, "At 10:30 :D see: 🎉 ");
  await page.getByTestId("composer-emoji").click();
  const board = page.getByTestId("emoji-board");
  await expect(board.getByRole("searchbox")).toBeFocused();
  await expect(board.getByRole("gridcell").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type("wrapped gift");
  await expect(board.getByRole("gridcell", { name: "wrapped gift" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expectText(page, "At 10:30 :D see: 🎉 🎁");
  await expect(board).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("!");
  await expectText(page, "At 10:30 :D see: 🎉 🎁!");
  await page.reload();
  await page.getByTestId("composer-emoji").click();
  await expect(board.getByRole("region", { name: "Used lately" }).getByRole("button")).toHaveText(["🎁", "🎉"]);
});

test("the skin tone of emoji is kept, and counts where they are found by name, too", async ({ page }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Hello?");
  await signIn(page, await addAgent(demo, "Tonia"));
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await editorStands(page);
  const board = page.getByTestId("emoji-board");
  const tone = board.getByRole("button", { name: "Change the skin tone" });
  await page.getByTestId("composer-emoji").click();
  await tone.click();
  await tone.click();
  await expect(tone).toHaveText("✋🏼");
  await page.reload();
  await editorStands(page);
  await page.getByTestId("composer-emoji").click();
  await expect(tone).toHaveText("✋🏼");
  await page.keyboard.press("Escape");
  await field(page).pressSequentially(":wave");
  await expect(page.getByTestId("emoji-list").getByRole("option").first()).toContainText("👋🏼");
});

test("marks are put where WhatsApp shows them, and shown as what they mean", async ({ page }) => {
  await open(page, "whatsapp");
  await editorStands(page);
  await field(page).pressSequentially("It is here today");
  for (let i = 0; i < "today".length; i++) await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Control+b");
  await expectText(page, "It is here *today*");
  await expect(field(page).locator(".mark-bold")).toHaveText("today");
  await page.keyboard.press("Control+b");
  await expectText(page, "It is here today");
  await page.getByTestId("composer-format").click();
  await page.getByRole("menuitem", { name: "Italic" }).click();
  await expectText(page, "It is here _today_");
  // One goes on writing where one was.
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator('[data-direction="outbound"]').locator("em")).toHaveText("today");

  await open(page, "messenger");
  await editorStands(page);
  await field(page).pressSequentially("plain");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+b");
  await expectText(page, "plain");
  await expect(field(page).locator("b, strong")).toHaveCount(0);
  await expect(page.getByTestId("composer-format")).toHaveCount(0);
});
