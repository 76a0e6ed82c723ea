import { expect, type Page } from "@playwright/test";
import { api, type Demo } from "./demo.ts";

/** The chat on a page, as its visitor has it. */
export const panelOf = (page: Page) => page.frameLocator("onethread-chat iframe");
export const launcher = (page: Page) => page.locator("onethread-chat .launcher");

export async function openChat(page: Page): Promise<ReturnType<typeof panelOf>> {
  await launcher(page).click();
  const panel = panelOf(page);
  await panel.getByRole("button", { name: /Send us a message|Back to your conversation/ }).click();
  return panel;
}

/** The conversation in which something was just said. */
export async function conversationWith(demo: Demo, text: string): Promise<string> {
  let found = "";
  await expect
    .poll(async () => {
      const { data } = await api<{ data: { id: string; preview: unknown }[] }>(demo, "GET", "/api/v1/conversations?view=all&limit=20");
      found = data.find((one) => JSON.stringify(one).includes(text))?.id ?? "";
      return found;
    })
    .not.toBe("");
  return found;
}
