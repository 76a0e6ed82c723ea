import { expect, type Page } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { labelled } from "./labelled.ts";
import { addAgent, customerWrites } from "./people.ts";

/** Working a list off: narrowing it, keeping it as a view, choosing rows, changing many, and taking it all back. */
const demo = readDemo();
const stamp = Date.now();
const rows = (screen: Page) => screen.getByTestId("conversation-row");

test("many conversations are chosen by key and changed at once, and all of it is taken back", async ({ page }) => {
  const { ids } = await labelled(demo, page, 5, "Parcel");
  await rows(page).first().focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  await page.keyboard.press("Shift+J");
  const bar = page.getByTestId("bulk-bar");
  await expect(bar).toContainText("3 selected");
  await expectAccessible(page);
  await bar.getByRole("button", { name: "All 5" }).click();
  await expect(bar).toContainText("All 5 selected");
  await bar.getByRole("button", { name: "Done" }).click();
  const progress = page.getByTestId("bulk-progress");
  await expect(progress).toContainText("5 conversations changed");
  await expect(rows(page)).toHaveCount(0);
  await expectAccessible(page);
  const statuses = () => Promise.all(ids.map(async (id) => (await api<{ status: string }>(demo, "GET", `/api/v1/conversations/${id}`)).status));
  expect(new Set(await statuses())).toEqual(new Set(["done"]));
  await progress.getByRole("button", { name: "Undo" }).click();
  await expect(progress).toContainText("5 conversations are as before");
  await expect(rows(page)).toHaveCount(5);
  expect(new Set(await statuses())).toEqual(new Set(["open"]));
});

test("a row that is done leaves a trace with a way back, and comes back to its place", async ({ page }) => {
  await labelled(demo, page, 3, "Refund");
  const second = rows(page).nth(1);
  await expect(second).toContainText("Refund number 2");
  await second.focus();
  await page.keyboard.press("e");
  const ghost = page.getByTestId("ghost-row");
  await expect(ghost).toContainText("done");
  await expect(rows(page)).toHaveCount(2);
  await expectAccessible(page);
  // The key takes it back as well as the button on the trace.
  await page.keyboard.press("z");
  await expect(ghost).toBeHidden();
  await expect(rows(page).nth(1)).toContainText("Refund number 2");

  // Snoozed in one's own words.
  await rows(page).nth(1).focus();
  await page.keyboard.press("h");
  await page.getByLabel("When?").fill("in 2 weeks");
  await expect(page.getByTestId("snooze-until")).toContainText("Until");
  await expectAccessible(page);
  await page.getByLabel("When?").press("Enter");
  await expect(page.getByTestId("ghost-row")).toContainText("Snoozed");
  await page.getByTestId("ghost-row").getByRole("button", { name: "Undo" }).click();
  await expect(rows(page).nth(1)).toContainText("Refund number 2");
});

test("done goes on to the next conversation, and undo comes back", async ({ page }) => {
  const { ids } = await labelled(demo, page, 3, "Exchange");
  await rows(page).first().click();
  await expect(page).toHaveURL(new RegExp(ids[2] ?? ""));
  await page.getByTestId("timeline-item").last().click();
  await page.keyboard.press("e");
  await expect(page).toHaveURL(new RegExp(ids[1] ?? ""));
  await page.keyboard.press("z");
  await expect(page).toHaveURL(new RegExp(ids[2] ?? ""));
  await expect(rows(page)).toHaveCount(3);
});

test("undo gives back status, assignee and place, step by step", async ({ page }) => {
  const { ids } = await labelled(demo, page, 3, "Voucher");
  const id = ids[1] ?? "";
  const second = rows(page).nth(1);
  type State = { status: string; assignee: { id: string } | null; snoozedUntil: string | null };
  const state = async () => {
    const { status, assignee, snoozedUntil } = await api<State>(demo, "GET", `/api/v1/conversations/${id}`);
    return { status, assigned: assignee !== null, snoozed: snoozedUntil !== null };
  };
  const inPlace = async () => {
    await expect(second).toHaveAttribute("data-conversation-id", id);
    await expect(rows(page)).toHaveCount(3);
  };
  const undo = async (left: object) => {
    await page.keyboard.press("z");
    await expect.poll(state).toEqual(left);
    await inPlace();
  };
  await second.focus();
  const assigned = { status: "open", assigned: true, snoozed: false };
  await page.keyboard.press("i");
  await expect.poll(state).toEqual(assigned);
  await page.keyboard.press("e");
  await expect.poll(state).toEqual({ status: "done", assigned: true, snoozed: false });
  await expect(rows(page)).toHaveCount(2);
  await undo(assigned);
  await second.focus();
  await page.keyboard.press("h");
  await page.getByLabel("When?").fill("in 2 weeks");
  await page.getByLabel("When?").press("Enter");
  await expect.poll(state).toEqual({ status: "snoozed", assigned: true, snoozed: true });
  await undo(assigned);
  await undo({ status: "open", assigned: false, snoozed: false });
});

test("what is chosen, and conditions that are begun, stay when the window becomes narrower and wider", async ({ page }) => {
  await labelled(demo, page, 3, "Resize");
  await rows(page).first().focus();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  const bar = page.getByTestId("bulk-bar");
  for (const width of [1200, 700, 500, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(bar).toContainText("2 selected");
  }
  await page.keyboard.press("Escape");
  await page
    .getByTestId("filter-chips")
    .getByRole("button", { name: /^Label is/ })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Condition" }).last().click();
  const parts = dialog.getByRole("button", { name: "Remove condition" });
  await expect(parts).toHaveCount(2);
  for (const width of [1200, 500, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(parts).toHaveCount(2);
  }
});

test("views are put in order by key and by dragging, and stay so", async ({ page }) => {
  await signIn(page, await addAgent(demo, "Viola"));
  const nav = page.getByRole("navigation", { name: "Views" });
  await expect(nav).toBeVisible();
  for (const name of ["Apples", "Pears", "Plums"]) {
    const made = await page.request.post(`${demo.consoleUrl}/api/v1/saved-views`, {
      data: { name, filter: { all: [] } },
      headers: { origin: demo.consoleUrl },
    });
    expect(made.ok(), await made.text()).toBe(true);
  }
  const links = nav.getByRole("link", { name: /^(Apples|Pears|Plums)/ });
  const order = async () => (await links.allInnerTexts()).map((text) => text.split("\n")[0]);
  await expect.poll(order).toEqual(["Apples", "Pears", "Plums"]);
  await nav.getByRole("link", { name: /^Plums/ }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(order).toEqual(["Apples", "Plums", "Pears"]);
  await expect(nav.getByRole("link", { name: /^Plums/ })).toBeFocused();
  await expect(nav.getByText("Plums: place 2 of 3")).toBeAttached();
  const [from, to] = [await links.nth(2).boundingBox(), await links.nth(0).boundingBox()];
  await page.mouse.move((from?.x ?? 0) + 30, (from?.y ?? 0) + 12);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 30, (to?.y ?? 0) + 20, { steps: 4 });
  await page.mouse.move((to?.x ?? 0) + 30, (to?.y ?? 0) + 2);
  await expect.poll(order).toEqual(["Pears", "Apples", "Plums"]);
  await page.mouse.up();
  await expect(page).toHaveURL(/\/inbox\/all/);
  await expectAccessible(page);
  await page.reload();
  await expect.poll(order).toEqual(["Pears", "Apples", "Plums"]);
});

test("new arrivals do not move the row under the pointer", async ({ page }) => {
  const { ids } = await labelled(demo, page, 3, "Pointer");
  const first = rows(page).first();
  await expect(first).toContainText("Pointer number 3");
  await first.hover();
  const { labels } = await api<{ labels: string[] }>(demo, "GET", `/api/v1/conversations/${ids[0]}`);
  const { conversationId: late } = await customerWrites(demo, "messenger", "Pointer arrives late");
  await api(demo, "PATCH", `/api/v1/conversations/${late}`, { labels });
  const pill = page.getByRole("button", { name: "1 new" });
  await expect(pill).toBeVisible();
  await expect(first).toContainText("Pointer number 3");
  await pill.click();
  await expect(rows(page).first()).toContainText("Pointer arrives late");
});

test("a list is narrowed by nested conditions and kept as a view", async ({ page }) => {
  const { address, label } = await labelled(demo, page, 2, "Warranty");
  const chips = page.getByTestId("filter-chips");
  await expect(chips).toContainText(`Label is ${label}`);
  await chips.getByRole("button", { name: /^Label is/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByTestId("conditions-count")).toHaveText("2 conversations match");
  await dialog.getByRole("button", { name: "Group" }).click();
  await dialog.getByRole("group", { name: "Any of these" }).getByRole("button", { name: "Remove condition" }).click();
  await dialog.getByRole("group", { name: "Any of these" }).getByRole("button", { name: "Condition" }).click();
  await dialog
    .getByRole("group", { name: "Any of these" })
    .getByRole("button", { name: /^Value/ })
    .click();
  await page.getByRole("menuitemcheckbox", { name: "Snoozed" }).click();
  await page.keyboard.press("Escape");
  await expect(dialog.getByTestId("conditions-count")).toHaveText("No conversation matches");
  await expectAccessible(page);
  await dialog
    .getByRole("group", { name: "Any of these" })
    .getByRole("button", { name: /^Value/ })
    .click();
  await page.getByRole("menuitemcheckbox", { name: "Open" }).click();
  await page.keyboard.press("Escape");
  await expect(dialog.getByTestId("conditions-count")).toHaveText("2 conversations match");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(rows(page)).toHaveCount(2);
  expect(page.url()).not.toBe(address);

  await chips.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(`Warranty ${stamp}`);
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/inbox\/viw_/);
  const link = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: `Warranty ${stamp}` });
  await expect(link).toHaveAttribute("aria-current", "page");
  await expect(link).toContainText("2");
  await expectAccessible(page);
  await page.reload();
  await expect(rows(page)).toHaveCount(2);

  await page.getByRole("button", { name: `Actions for Warranty ${stamp}` }).click();
  await page.getByRole("menuitem", { name: "Delete view" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete view" }).click();
  await expect(page).toHaveURL(/\/inbox\/all/);
  await expect(link).toHaveCount(0);
});
