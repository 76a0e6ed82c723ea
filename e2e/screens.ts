import type { Page } from "@playwright/test";
import { api, type Demo } from "./demo.ts";

export type Screen = {
  /** The picture's file. */
  name: string;
  path: string;
  /** What must be there before it is looked at. */
  ready: (page: Page) => Promise<void>;
};

const shown = (page: Page, testId: string) => page.getByTestId(testId).first().waitFor();
const heading = (page: Page) => page.getByRole("heading", { level: 1 }).first().waitFor();

/** Every screen of the console behind the door, as somebody meets it who works with the demo. */
export async function screensOf(demo: Demo): Promise<Screen[]> {
  const { data } = await api<{ data: { id: string; channels: string[] }[] }>(demo, "GET", "/api/v1/conversations?view=all&limit=100");
  const conversation = data.toSorted((a, b) => b.channels.length - a.channels.length)[0]?.id ?? "";
  const settings = [
    "canned-replies",
    "macros",
    "queues",
    "routing",
    "hours",
    "labels",
    "members",
    "api-keys",
    "webhooks",
    "notifications",
    "keyboard",
    "appearance",
    "security",
    "channels",
  ];
  return [
    { name: "inbox", path: "/inbox/all", ready: (page) => shown(page, "conversation-row") },
    { name: "conversation", path: `/inbox/all/${conversation}`, ready: (page) => shown(page, "timeline-item") },
    {
      name: "inbox-selection",
      path: "/inbox/all",
      ready: async (page) => {
        await shown(page, "conversation-row");
        await page.getByTestId("conversation-row").nth(1).focus();
        for (const key of ["x", "Shift+J", "Shift+J"]) await page.keyboard.press(key);
        await shown(page, "bulk-bar");
      },
    },
    {
      name: "conditions",
      path: `/inbox/all?filter=${encodeURIComponent(
        JSON.stringify({
          all: [
            { field: "priority", op: "in", values: ["normal", "high"] },
            {
              any: [
                { field: "unread", op: "is", value: true },
                { field: "waitingSince", op: "over", hours: 2 },
              ],
            },
          ],
        }),
      )}`,
      ready: async (page) => {
        await page
          .getByTestId("filter-chips")
          .getByRole("button", { name: /^Priority/ })
          .click();
        await page.getByTestId("conditions-count").filter({ hasText: "match" }).waitFor();
      },
    },
    {
      name: "shortcuts",
      path: "/inbox/all",
      ready: async (page) => {
        await shown(page, "conversation-row");
        await page.keyboard.press("?");
        await page.getByRole("dialog").waitFor();
      },
    },
    { name: "search", path: "/search?q=return&in=messages", ready: (page) => shown(page, "search-hit") },
    {
      name: "palette",
      path: `/inbox/all/${conversation}`,
      ready: async (page) => {
        await shown(page, "timeline-item");
        await page.keyboard.press("Control+k");
        await shown(page, "palette-row");
      },
    },
    ...settings.map((name) => ({ name: `settings-${name}`, path: `/settings/${name}`, ready: heading })),
    {
      name: "routing-rule",
      path: "/settings/routing",
      ready: async (page) => {
        await page.getByTestId("routing-rule").first().getByRole("button").nth(2).click();
        await page.getByTestId("rule-sentence").filter({ hasText: "When" }).waitFor();
      },
    },
    {
      name: "routing-dry-run",
      path: "/settings/routing",
      ready: async (page) => {
        await page.getByTestId("dry-run").getByRole("button").click();
        await page.getByTestId("trial").first().locator("summary").click();
      },
    },
    {
      name: "business-hours",
      path: "/settings/hours",
      ready: async (page) => {
        await page.getByTestId("business-hours").first().getByRole("button").nth(1).click();
        await shown(page, "hours-day");
      },
    },
    {
      name: "macro",
      path: "/settings/macros",
      ready: async (page) => {
        await page.getByTestId("macro").first().getByRole("button").first().click();
        await shown(page, "macro-action");
      },
    },
    {
      name: "macro-preview",
      path: `/inbox/all/${conversation}`,
      ready: async (page) => {
        await page.getByTestId("composer-macro").click();
        await page.getByTestId("palette-row").first().click();
        await shown(page, "macro-step");
      },
    },
    { name: "mentions", path: "/inbox/mentions", ready: heading },
    { name: "channel-account", path: `/settings/channels/${demo.channelAccounts[0]?.id ?? ""}`, ready: heading },
    { name: "channel-choose", path: "/settings/channels/connect", ready: heading },
    {
      name: "widget",
      path: `/settings/channels/${demo.channelAccounts.find(({ channel }) => channel === "webchat")?.id ?? ""}?tab=widget`,
      ready: (page) => shown(page, "widget-settings"),
    },
    {
      name: "channel-connect",
      path: `/settings/channels/${demo.channelAccounts[0]?.id ?? ""}/connect`,
      ready: (page) => shown(page, "webhook-address"),
    },
    {
      name: "inbox-views",
      path: "/inbox/all",
      ready: async (page) => {
        await shown(page, "conversation-row");
        await page.getByTestId("conversation-row").first().focus();
        await page.keyboard.press("[");
        await page.locator("[data-region=views] [aria-current=page]:focus").waitFor();
      },
    },
    {
      name: "inbox-table",
      path: "/inbox/all",
      ready: async (page) => {
        await page.request.patch(`${demo.consoleUrl}/api/v1/me/settings`, { data: { listLayout: "table" } });
        await page.reload();
        await shown(page, "conversation-row");
      },
    },
    {
      // In the language with the longest words. The last one: it stays so.
      name: "inbox-compact",
      path: "/inbox/all",
      ready: async (page) => {
        await page.context().addCookies([{ name: "onethread_locale", value: "de", url: demo.consoleUrl }]);
        await page.request.patch(`${demo.consoleUrl}/api/v1/me/settings`, { data: { density: "compact", listLayout: "list" } });
        await page.reload();
        await shown(page, "conversation-row");
      },
    },
  ];
}
