import { expect } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { workspaceWith } from "./own-workspace.ts";

const demo = readDemo();
const many = 10_000;
/** However long the list is, only what is seen of it and a little more is in the page. */
const mostRows = 60;

test("a list of ten thousand is gone through to its end: each row once, and few of them in the page", async ({ page }) => {
  const own = await workspaceWith(demo, many);
  const served: string[] = [];
  page.on("response", async (response) => {
    const url = new URL(response.url());
    if (url.pathname !== "/api/v1/conversations" || !url.searchParams.has("limit")) return;
    const { data } = (await response.json()) as { data: { id: string }[] };
    // The first page may be read again, when something else is told of.
    if (url.searchParams.has("cursor") || served.length === 0) served.push(...data.map(({ id }) => id));
  });
  await signIn(page, own);
  const rows = page.getByTestId("conversation-row");
  await expect(rows.first()).toBeVisible();

  /** What stands in the page: each row's place in the list, and which it is. */
  const shown = () =>
    rows.evaluateAll((all) =>
      all.map((row) => {
        const { dataset, closest } = row as unknown as {
          dataset: Record<string, string>;
          closest: (selector: string) => { getAttribute: (name: string) => string } | null;
        };
        return { id: dataset.conversationId ?? "", place: Number(closest.call(row, "[aria-posinset]")?.getAttribute("aria-posinset")) };
      }),
    );
  await rows.first().focus();
  await page.getByTestId("row-list").hover();
  let seen = 0;
  while (seen < many) {
    // By wheel, then by key: each has its own way to the end of what is loaded.
    if (seen % 1000 < 500) await page.mouse.wheel(0, 50_000);
    else await rows.last().press("End");
    await expect.poll(async () => (await shown()).at(-1)?.place ?? 0, { intervals: [30] }).toBeGreaterThan(seen);
    const now = await shown();
    expect(now.length).toBeLessThan(mostRows);
    for (const { id, place } of now) expect(served[place - 1], `row ${place}`).toBe(id);
    seen = now.at(-1)?.place ?? seen;
  }
  expect(served).toHaveLength(many);
  expect(new Set(served).size).toBe(many);
  await rows.last().press("Home");
  await expect(rows.first()).toBeFocused();
  await expect(rows.first()).toHaveAttribute("data-conversation-id", served[0] ?? "");
});
