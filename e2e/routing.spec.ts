import { expect } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { customerWrites } from "./people.ts";

/** Where conversations go: a rule is made, tried, and does what the trial said; and the conversation tells why it is there. */
const demo = readDemo();
const word = `zebra${Date.now()}`;
const name = `Stripes ${word}`;
type Trial = { rule: { name: string } | null; result: { queue: { name: string } | null } | null; considered: { outcome: string }[] };

test("a rule sends what its trial said it would, and the conversation tells why it is there", async ({ page }) => {
  const { conversationId: before } = await customerWrites(demo, "messenger", `Do you have ${word} socks?`);
  await signIn(page, demo);
  await page.goto(`${demo.consoleUrl}/settings/routing`);
  await expect(page.getByTestId("routing-rule").first()).toBeVisible();
  await page.keyboard.press("n");
  const dialog = page.getByTestId("rule-dialog");
  await dialog.getByLabel("Name").fill(name);
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog.getByRole("combobox", { name: "Field" }).click();
  await page.getByRole("option", { name: "Message" }).click();
  await dialog.getByRole("textbox", { name: "Value" }).fill(word);
  await dialog.getByRole("combobox", { name: "Put into the queue" }).click();
  await page.getByRole("option", { name: "Returns" }).click();
  await expect(dialog.getByTestId("rule-sentence")).toHaveText(`When Message contains “${word}”: into Returns.`);
  await dialog.getByRole("button", { name: "Try on the last 50" }).click();
  await expect(dialog.getByTestId("try-rule")).toContainText("It would take 1 of the last");
  await expect(dialog.getByTestId("trial")).toContainText("into Returns");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByTestId("routing-rule").filter({ hasText: name });
  await expect(row).toBeVisible();

  await row.getByRole("button", { name: `Change ${name}` }).focus();
  await page.keyboard.press("e");
  await expect(dialog.getByLabel("Name")).toHaveValue(name);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await page.keyboard.press("t");
  const trial = page.getByTestId("trial").filter({ has: page.locator("summary", { hasText: name }) });
  await expect(trial).toContainText("into Returns");
  await trial.locator("summary").click();
  await expect(trial).toContainText("Does not fit");
  await expectAccessible(page);

  const { conversationId: conversation } = await customerWrites(demo, "messenger", `A ${word} hat, please`);
  const { data } = await api<{ data: Trial[] }>(demo, "POST", "/api/v1/routing-rules/dry-run", { conversationId: conversation });
  const decided = await api<{ data: Trial[] }>(demo, "GET", `/api/v1/conversations/${conversation}/routing-decisions`);
  expect(decided.data[0]).toMatchObject({ rule: { name }, result: { queue: { name: "Returns" } } });
  expect(data[0]).toMatchObject({ rule: decided.data[0]?.rule, result: decided.data[0]?.result, considered: decided.data[0]?.considered });

  await page.goto(`${demo.consoleUrl}/inbox/all/${conversation}`);
  await expect(page.getByTestId("timeline-item").filter({ hasText: `Rule ${name}: Returns` })).toBeVisible();
  const why = page.getByTestId("why-here");
  await expect(why).toContainText(`Rule ${name}`);
  await why.locator("summary").click();
  await expect(why).toContainText("Fits.");
  await expectAccessible(page);
  // What began before the rule was there stayed where it was sent then.
  const old = await api<{ data: Trial[] }>(demo, "GET", `/api/v1/conversations/${before}/routing-decisions`);
  expect(old.data[0]?.rule).toBeNull();

  await page.getByRole("link", { name: "Rules" }).click();
  const rows = page.getByTestId("routing-rule");
  const place = async () => (await rows.allTextContents()).findIndex((text) => text.includes(name));
  await expect(row).toBeVisible();
  const last = await place();
  const up = row.getByRole("button", { name: `Move ${name} up` });
  await up.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(place).toBe(last - 1);
  await expect(up).toBeFocused();
  await row.getByRole("switch").click();
  await expect(row.getByRole("switch")).toHaveAttribute("aria-checked", "false");
  await row.getByRole("button", { name: `Delete ${name}` }).click();
  await page.getByRole("button", { name: "Delete rule" }).click();
  await expect(row).toHaveCount(0);
});

test("business hours say when they open, close at once, and stay while they are used", async ({ page }) => {
  const hours = `Night ${word}`;
  await signIn(page, demo);
  await page.goto(`${demo.consoleUrl}/settings/hours`);
  await expect(page.getByTestId("business-hours").first()).toBeVisible();
  await page.getByRole("button", { name: "Create business hours" }).click();
  const dialog = page.getByTestId("hours-dialog");
  await dialog.getByLabel("Name", { exact: true }).fill(hours);
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
    await dialog.getByRole("button", { name: `${day}: remove hours 1` }).click();
  await expect(dialog).toContainText("As it stands, this never opens.");
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]) {
    await dialog.getByRole("button", { name: `${day}: add hours` }).click();
    await dialog.getByLabel(`${day}, opens, 1`).fill("00:00");
    await dialog.getByLabel(`${day}, closes, 1`).fill("00:00");
  }
  await expect(dialog.getByTestId("hours-preview")).toHaveText("Always open");
  await dialog.getByRole("button", { name: "Add a day" }).click();
  await dialog.getByLabel("Name of day 1").fill("Closed for stocktaking");
  await dialog.getByLabel("Date of day 1").fill("2099-01-04");
  const calendar = (text: string) => ({ name: "holidays.ics", mimeType: "text/calendar", buffer: Buffer.from(text) });
  await dialog.getByTestId("holiday-file").setInputFiles(calendar("date,name"));
  await expect(dialog).toContainText("holidays.ics is not an iCalendar file.");
  const lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20991225", "SUMMARY:Christmas", "END:VEVENT", "END:VCALENDAR"];
  await dialog.getByTestId("holiday-file").setInputFiles(calendar(lines.join("\r\n")));
  await expect(dialog.getByTestId("holiday-preview")).toContainText("2099-12-25");
  await dialog.getByRole("button", { name: "Add these days" }).click();
  await expect(dialog.getByTestId("hours-exception")).toHaveCount(2);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByTestId("business-hours").filter({ hasText: hours });
  await expect(row).toContainText("Open");
  await row.getByRole("button", { name: "Close now" }).click();
  await page.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(row).toContainText("Closed, opens");
  await row.getByRole("button", { name: "Open again" }).click();
  await expect(row).toContainText("Always open");
  await expectAccessible(page);
  await row.getByRole("button", { name: `Delete ${hours}` }).click();
  await page.getByRole("button", { name: "Delete business hours" }).click();
  await expect(row).toHaveCount(0);

  const used = page.getByTestId("business-hours").filter({ hasText: "Wholesale desk" });
  await expect(used).toContainText("Used by queue Wholesale");
  await used.getByRole("button", { name: "Delete Wholesale desk" }).click();
  await expect(page.getByRole("dialog")).toContainText("queue Wholesale");
});
