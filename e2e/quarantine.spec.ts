import { expect } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { postWebhook } from "./people.ts";

/**
 * What an admin sees of reliability: the status line at the foot of the screen, a webhook nobody can read in quarantine with
 * its reason and its raw body, and what becomes of it when it is replayed; and the webhook behind a message.
 */
const demo = readDemo();
const page = demo.channelAccounts.find(({ channel }) => channel === "messenger")?.externalId ?? "";
const person = String(Date.now());
/** Text of strangers stays text, whatever it says. */
const nasty = `<img src=x onerror="document.title='owned'"> ${person}`;

const send = (body: string) => postWebhook(demo, body);

const message = (text: string) => ({
  sender: { id: person },
  recipient: { id: page },
  timestamp: Date.now(),
  message: { mid: `m_${person}`, text },
});
const body = (messaging: unknown[]) => JSON.stringify({ object: "page", entry: [{ id: page, time: Date.now(), messaging }] });

test("a poison webhook is seen with its reason and raw body, and replayed; its neighbour is on the timeline", async ({ page: screen }) => {
  test.setTimeout(240_000);
  await send(body([{ sender: { id: person }, recipient: { id: page }, message: { text: nasty } }, message("The good neighbour")]));
  await send(`{"object":"page","entry":[{"id":"${page}","broken":"${person}`);
  await signIn(screen, demo);

  const line = screen.getByTestId("status-line");
  await expect(line).toHaveAttribute("data-standing", "live");
  await expect(line).toContainText("Live");
  await expect(screen.getByTestId("status-quarantined")).toContainText("in quarantine");
  await screen.getByTestId("status-quarantined").click();

  await expect(screen.getByTestId("quarantine-count")).toBeVisible();
  const events = screen.getByTestId("webhook-event");
  await expect(events.first()).toHaveAttribute("data-state", "quarantined");
  // The newest first: what is not even JSON, shown as it came.
  await events.first().getByRole("button").first().click();
  await expect(events.first().getByTestId("webhook-reason")).toContainText("The body is not JSON.");
  await expect(events.first().getByTestId("webhook-reason")).toContainText("malformed_json");
  await events.first().getByText("Whole body").click();
  await expect(events.first().locator("pre")).toContainText(`"broken":"${person}`);

  // What came before it: one item of two could not be read.
  const second = events.nth(1);
  await second.getByRole("button").first().click();
  await expect(second.getByTestId("webhook-reason").first()).toContainText(/left out|missing_key|wrong_type/);
  await second.getByTestId("raw").first().locator("summary").click();
  await expect(second.getByTestId("raw").first().locator("pre")).toContainText(nasty.slice(0, 19));
  await expect(screen).not.toHaveTitle(/owned/);
  await expectAccessible(screen);

  await second.getByTestId("webhook-replay").click();
  await expect(screen.getByText("It is processed again.")).toBeVisible();
  // Nothing has changed about it, so it comes back; and its good neighbour is not there twice.
  await screen.getByTestId("replay-all").click();
  const progress = screen.getByTestId("replay-progress");
  await expect(progress).toHaveAttribute("data-finished", "true", { timeout: 60_000 });
  await expect(progress).toContainText("still in quarantine");
  const found = await api<{ data: { id: string; conversationId: string }[] }>(demo, "GET", `/api/v1/messages?externalId=m_${person}`);
  expect(found.data).toHaveLength(1);

  await screen.goto(`${demo.consoleUrl}/inbox/all/${found.data[0]?.conversationId}`);
  const bubble = screen.getByText("The good neighbour").last();
  await bubble.hover();
  await screen.getByTestId("message-more").last().click();
  await screen.getByRole("menuitem", { name: "Show the raw webhook" }).click();
  const dialog = screen.getByTestId("raw-webhook-dialog");
  await dialog.getByText("Raw item").last().click();
  await expect(dialog.locator("pre").last()).toContainText(`m_${person}`);
});

test("the status line says so when the connection is lost, and when messages arrive late", async ({ page: screen, context }) => {
  await signIn(screen, demo);
  const line = screen.getByTestId("status-line");
  await expect(line).toContainText("Live");
  // What the server would say with a worker that is two minutes behind.
  await screen.route("**/api/v1/status", async (route) => {
    const answer = await route.fetch();
    const status = await answer.json();
    await route.fulfill({
      response: answer,
      json: { ...status, ingest: { lagSeconds: 125, oldestAt: status.checkedAt, waiting: { count: 340, more: false } } },
    });
  });
  await expect(line).toContainText("Messages are arriving 2 min late", { timeout: 30_000 });
  await expect(line).toContainText("340 wait");
  await expectAccessible(screen);
  await context.setOffline(true);
  await expect(line).toContainText("Offline");
  await context.setOffline(false);
  await expect(line).toContainText("late", { timeout: 30_000 });
});
