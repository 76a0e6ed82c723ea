import { expect, type Page } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { labelled } from "./labelled.ts";
import { addAgent } from "./people.ts";

/** The list as a table, on a wide window. */
const demo = readDemo();
const rows = (screen: Page) => screen.getByTestId("conversation-row");

test("a list is a table where there is room: its columns are chosen, it is put in order, and keys mean the same", async ({ page }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  // The layout goes with the person.
  const { ids, label } = await labelled(demo, page, 3, "Table", await addAgent(demo, "Tabea"));
  await api(demo, "PATCH", `/api/v1/conversations/${ids[0]}`, { priority: "urgent" });
  await page.getByRole("button", { name: "Layout" }).click();
  await page.getByRole("menuitemcheckbox", { name: "As a table" }).click();
  const table = page.getByRole("table", { name: "Conversations" });
  await expect(table).toBeVisible();
  await page.getByRole("menuitemcheckbox", { name: "Labels" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Assignee" }).click();
  await page.keyboard.press("Escape");
  await expect(table.getByRole("columnheader", { name: "Labels" })).toBeVisible();
  await expect(table.getByRole("columnheader", { name: "Assignee" })).toHaveCount(0);
  await expect(table.getByRole("row")).toHaveCount(4);
  await expect(table.getByRole("row").nth(1)).toContainText(label);
  await expectAccessible(page);

  await table.getByRole("button", { name: "Priority" }).click();
  await expect(table.getByRole("columnheader", { name: "Priority" })).toHaveAttribute("aria-sort", "descending");
  await expect(rows(page).first()).toHaveAttribute("data-conversation-id", ids[0] ?? "");
  await rows(page).first().focus();
  await page.keyboard.press("j");
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  await expect(page.getByTestId("bulk-bar")).toContainText("2 selected");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("bulk-bar")).toHaveCount(0);

  // A conversation takes the room; closed again, and on another day, it is a table. Where it is narrow it is a list.
  await rows(page).first().press("Enter");
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
  await expect(table).toHaveCount(0);
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(table).toBeVisible();
  await page.reload();
  await expect(table.getByRole("columnheader", { name: "Labels" })).toBeVisible();
  await page.setViewportSize({ width: 1000, height: 900 });
  await expect(table).toHaveCount(0);
  await expect(rows(page)).toHaveCount(3);
});

test("columns of the table are made wider and narrower, and the table goes with the person to another browser", async ({ page, browser }) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  const who = await addAgent(demo, "Wilma");
  const { address } = await labelled(demo, page, 2, "Width", who);
  await page.getByRole("button", { name: "Layout" }).click();
  await page.getByRole("menuitemcheckbox", { name: "As a table" }).click();
  await page.keyboard.press("Escape");
  const heading = page.getByRole("columnheader", { name: "Assignee" });
  const edge = page.getByRole("separator", { name: "Width of Assignee" });
  const width = async () => Math.round((await heading.boundingBox())?.width ?? 0);
  await expect(edge).toBeVisible();
  const usual = await width();
  const at = await edge.boundingBox();
  const [x, y] = [(at?.x ?? 0) + (at?.width ?? 0) / 2, (at?.y ?? 0) + (at?.height ?? 0) / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  expect(await width()).toBe(usual + 60);
  await page.mouse.up();
  await expect.poll(width).toBe(usual + 60);
  await edge.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(edge).toHaveAttribute("aria-valuenow", String(usual + 44));
  expect(await width()).toBe(usual + 44);

  const other = await browser.newContext({ viewport: { width: 1500, height: 900 } });
  const second = await other.newPage();
  await signIn(second, who);
  await second.goto(address);
  await expect(second.getByRole("separator", { name: "Width of Assignee" })).toHaveAttribute("aria-valuenow", String(usual + 44));
  await other.close();

  await edge.dblclick();
  await expect.poll(width).toBe(usual);
});
