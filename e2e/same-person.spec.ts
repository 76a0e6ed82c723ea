import { expect, type Page } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { customerWrites } from "./people.ts";

/** Two customers become one in the direction the agent chose, and two again. */
const demo = readDemo();

async function open(page: Page, conversationId: string): Promise<void> {
  await signIn(page, demo);
  await page.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await expect(page.getByTestId("timeline-item").first()).toBeVisible();
}

const customerOf = async (conversationId: string) =>
  (await api<{ customer: { id: string; name: string | null } }>(demo, "GET", `/api/v1/conversations/${conversationId}`)).customer;

test("the one who is looked at can be merged into the other, whose name and conversation stay; undoing gives both back", async ({ page }) => {
  const tag = Date.now() % 1_000_000;
  const here = await customerWrites(demo, "whatsapp", "It is me, Mara, from work.", {
    name: `Mara Work ${tag}`,
    from: `49171${String(Date.now()).slice(-7)}`,
  });
  const there = await customerWrites(demo, "whatsapp", "It is me, Mara, from home.", { name: `Mara Home ${tag}` });
  const [from, to] = [await customerOf(here.conversationId), await customerOf(there.conversationId)];
  await api(demo, "PATCH", `/api/v1/customers/${from.id}`, { attributes: { plan: "Gold", size: "M" } });
  await api(demo, "PATCH", `/api/v1/customers/${to.id}`, { attributes: { plan: "Silver" } });
  await open(page, here.conversationId);
  await expect(page.getByTestId("local-time")).toContainText("in Germany");
  await page.keyboard.press("Shift+M");
  const dialog = page.getByTestId("merge-dialog");
  await dialog
    .getByPlaceholder("Search by name, number or address")
    .or(dialog.getByRole("searchbox"))
    .or(dialog.getByRole("textbox"))
    .first()
    .fill(`Mara Home ${tag}`);
  await dialog.getByText(`Mara Home ${tag}`).first().click();
  await dialog
    .getByRole("group", { name: "Who stays?" })
    .getByRole("radio", { name: new RegExp(`Mara Home ${tag}`) })
    .click();
  await expect(dialog).toContainText(`from Mara Work ${tag} to Mara Home ${tag}`);
  // Where the two differ, the one who stays has their own, unless it is chosen otherwise.
  const details = dialog.getByTestId("merge-details");
  await expect(details.getByRole("group")).toHaveCount(2);
  await expect(details.getByRole("group", { name: "plan" }).getByRole("radio", { name: "Silver" })).toBeChecked();
  await details.getByRole("group", { name: "plan" }).getByRole("radio", { name: "Gold" }).check();
  await expectAccessible(page);
  await dialog.getByTestId("merge-confirm").click();
  await page.waitForURL(new RegExp(there.conversationId));
  await expect(page.getByTestId("conversation").getByRole("heading", { level: 2 })).toHaveText(new RegExp(`Mara Home ${tag}`));
  const timeline = page.getByTestId("timeline");
  await expect(timeline).toContainText("from work.");
  await expect(timeline).toContainText("from home.");
  expect((await customerOf(here.conversationId)).id).toBe(to.id);
  const attributesOf = async (id: string) => (await api<{ attributes: object }>(demo, "GET", `/api/v1/customers/${id}`)).attributes;
  expect(await attributesOf(to.id)).toEqual({ plan: "Gold", size: "M" });

  await page.getByRole("complementary").getByRole("button", { name: "Undo" }).first().click();
  await expect.poll(async () => (await customerOf(here.conversationId)).id).toBe(from.id);
  expect(await attributesOf(to.id)).toEqual({ plan: "Silver" });
  await expect(timeline).not.toContainText("from work.");
});
