import { expect, type Locator, type Page } from "@playwright/test";

/** The field where one writes: a plain one at first, then the editor. */
export const field = (page: Page): Locator => page.getByTestId("composer-input");

/** The editor has taken the plain field's place. */
export const editorStands = (page: Page) => expect(page.getByRole("textbox").and(page.locator("div[data-testid=composer-input]"))).toBeVisible();

type Field = { value?: string; children: Iterable<{ textContent: string | null }> };
const textIn = (page: Page) => field(page).evaluate((one: Field) => one.value ?? [...one.children].map(({ textContent }) => textContent).join("\n"));

/** What is written there, whichever field it is. */
export async function expectText(page: Page, text: string | RegExp): Promise<void> {
  if (typeof text === "string") await expect.poll(() => textIn(page)).toBe(text);
  else await expect.poll(() => textIn(page)).toMatch(text);
}

/** Whether what is written there stands from right to left. */
export const isRightToLeft = (page: Page) =>
  field(page).evaluate((one: { firstElementChild: Matching | null } & Matching) => (one.firstElementChild ?? one).matches(":dir(rtl)"));
type Matching = { matches(selector: string): boolean };
