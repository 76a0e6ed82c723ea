import { expect } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";

const demo = readDemo();

test("the first steps stand in the inbox while one is left, and are put away and brought back", async ({ page: screen }) => {
  await signIn(screen, demo);
  await expect(screen.getByRole("link", { name: "All open" })).toBeVisible();
  await expect(screen.getByTestId("getting-started")).toBeHidden();

  // As it was before the first canned reply: what a demo has made can't be unmade without harm to its story.
  await screen.route("**/api/v1/getting-started", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), cannedReply: false } });
  });
  await screen.reload();
  const steps = screen.getByTestId("getting-started");
  await expect(steps).toContainText("5 of 6");
  await expectAccessible(screen);
  await steps.getByTestId("practise").click();
  const practice = screen.getByTestId("practice");
  await practice.getByLabel("What Kim writes").fill(`Is this a drill? ${Date.now()}`);
  await expectAccessible(screen);
  await practice.getByRole("button", { name: "Write" }).click();
  await practice.getByRole("link", { name: "To the inbox" }).click();
  await expect(screen.getByTestId("conversation-row").filter({ hasText: "Is this a drill?" })).toBeVisible();

  await screen.setViewportSize({ width: 400, height: 800 });
  await steps.getByRole("button", { name: "Getting started" }).click();
  await expect(steps.getByTestId("practise")).toBeVisible();
  await expectAccessible(screen);
  await screen.setViewportSize({ width: 1440, height: 900 });
  await steps.getByRole("link", { name: "Add a canned reply" }).click();
  await expect(screen).toHaveURL(/\/settings\/canned-replies/);
  await screen.goBack();
  const kept = screen.waitForResponse((response) => response.url().endsWith("/me/settings") && response.request().method() === "PATCH");
  await steps.getByRole("button", { name: "Hide the first steps" }).click();
  await kept;
  await expect(steps).toBeHidden();
  await screen.goto(`${demo.consoleUrl}/settings/appearance`);
  await screen.getByTestId("show-getting-started").click();
  await expect(screen.getByTestId("show-getting-started")).toHaveAttribute("aria-checked", "true");
  await screen.goto(`${demo.consoleUrl}/inbox/all`);
  await expect(steps).toBeVisible();
});

test("a tab that is older than its server says so, and loads the new version only when told to", async ({ page: screen }) => {
  await signIn(screen, demo);
  await expect(screen.getByRole("link", { name: "All open" })).toBeVisible();
  await expect(screen.getByTestId("new-version")).toBeHidden();
  await screen.route("**/build", (route) => route.fulfill({ json: { build: "another" } }));
  // Live updates begin anew, as after a server was replaced.
  const asked = screen.waitForResponse("**/build");
  await screen.reload();
  await asked;
  await expect(screen.getByTestId("new-version")).toContainText("Your drafts are kept.");
  await expectAccessible(screen);
  await screen.unroute("**/build");
  const loaded = screen.waitForEvent("load");
  await screen.getByRole("button", { name: "Reload" }).click();
  await loaded;
  await expect(screen.getByRole("link", { name: "All open" })).toBeVisible();
  await expect(screen.getByTestId("new-version")).toBeHidden();
});
