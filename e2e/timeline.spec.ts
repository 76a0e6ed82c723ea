import { expect } from "@playwright/test";
import { field } from "./composer.ts";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { customerWrites } from "./people.ts";

/** What of a timeline is shown: a case or everything, some of it, what is pinned, a day; and what became of a reply. */
const demo = readDemo();

test("a timeline is narrowed, something is pinned in it, and a reply's way is told", async ({ page: screen }) => {
  const person = String(Date.now());
  const { conversationId } = await customerWrites(demo, "messenger", "The first question", { from: person });
  await api(demo, "POST", `/api/v1/conversations/${conversationId}/notes`, { text: "Knows us since 2019" });
  await api(demo, "PATCH", `/api/v1/conversations/${conversationId}`, { status: "done" });
  await customerWrites(demo, "messenger", "The second question", { from: person });
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  const timeline = screen.getByTestId("timeline");
  const items = timeline.getByTestId("timeline-item");
  const item = (text: string) => items.filter({ hasText: text });
  await expect(item("The second question")).toBeVisible();
  await expect(item("The first question")).toBeVisible();

  // This case, by key; what comes in meanwhile comes in; the address keeps it.
  await screen.keyboard.press("v");
  await expect(item("The first question")).toHaveCount(0);
  await expect(item("The second question")).toBeVisible();
  await expect(screen).toHaveURL(/scope=case/);
  await customerWrites(demo, "messenger", "And a third one", { from: person });
  await expect(item("And a third one")).toBeVisible();
  await screen.reload();
  await expect(item("And a third one")).toBeVisible();
  await expect(item("The first question")).toHaveCount(0);
  await expect(screen.getByRole("radio", { name: "This case" })).toHaveAttribute("aria-checked", "true");
  await screen.keyboard.press("v");
  await expect(item("The first question")).toBeVisible();

  // Only some kinds; nothing that fits; and the way back.
  await screen.getByRole("button", { name: "Filter the timeline" }).click();
  const filter = screen.getByTestId("timeline-filter");
  await filter.getByLabel("Notes").check();
  await expect(item("Knows us since 2019")).toBeVisible();
  await expect(items).toHaveCount(1);
  await expectAccessible(screen);
  await filter.getByLabel("Messenger").check();
  await expect(screen.getByText("Nothing here matches")).toBeVisible();
  await screen.keyboard.press("Escape");
  await expectAccessible(screen);
  await screen.getByTestId("timeline-bar").getByRole("button", { name: "Clear" }).click();
  await expect(item("The second question")).toBeVisible();

  // Pinned by button and by key; the strip leads there, also out of a filter that hides it.
  await item("The first question").hover();
  await item("The first question").getByRole("button", { name: "Pin to the top" }).click();
  const strip = screen.getByTestId("pinned-strip");
  await expect(strip).toContainText("1 pinned");
  await item("Knows us since 2019").hover();
  await screen.keyboard.press("Shift+P");
  await expect(strip).toContainText("2 pinned");
  await screen.keyboard.press("v");
  await expect(item("The first question")).toHaveCount(0);
  await strip.getByRole("button", { name: "2 pinned" }).click();
  await expectAccessible(screen);
  await strip.getByRole("button", { name: /The first question/ }).click();
  await expect(item("The first question")).toBeFocused();
  await expect(screen).not.toHaveURL(/scope=case/);
  await strip.getByRole("button", { name: "Unpin" }).first().click();
  await expect(strip).toContainText("1 pinned");

  // To a day: what is there is gone to.
  await screen.getByRole("button", { name: "Filter the timeline" }).click();
  await filter.getByLabel("Go to a day").fill("2020-02-29");
  await filter.getByRole("button", { name: "Go", exact: true }).click();
  await expect(filter).toBeHidden();
  await expect(screen).toHaveURL(/[?&]m=/);

  // A reply, and what became of it: whoever is known by a webhook only has no phone here that could take it.
  await field(screen).fill("Here you are");
  await screen.getByTestId("composer-send").click();
  const reply = item("Here you are");
  await expect(reply).toHaveAttribute("data-status", "failed");
  await reply.getByTestId("delivery-mark").click();
  const steps = screen.getByTestId("delivery-history").getByRole("listitem");
  await expect(steps.first()).toContainText("Queued");
  await expect(steps.last()).toContainText("Not sent");
  await expect(steps.last()).toContainText(/\(\d+/);
  await expectAccessible(screen);
});
