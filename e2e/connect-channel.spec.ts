import { expect } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { simulate } from "./people.ts";

/** Connecting a Page that has an app of its own, with the simulator as the platform: what is refused is seen live, and why. */
const demo = readDemo();
const externalId = String(Date.now());

test("each step ticks itself, a wrong verify token and a wrong signature are shown live, and only a signed webhook makes it active", async ({
  page: screen,
}) => {
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/settings/channels`);
  await expect(screen.getByTestId("channel-account").filter({ hasText: "Outlet" })).toContainText("Degraded");
  await screen.getByTestId("connect-channel").click();
  await screen.getByTestId("choose-messenger").click();
  await screen.getByLabel("Name", { exact: true }).fill(`Page ${externalId}`);
  await screen.getByLabel("Page ID").fill(externalId);
  await screen.getByLabel("Access token").fill("a-token-of-sixteen-letters");
  await screen.getByLabel(/Meta app of its own/).check();
  await screen.getByLabel("App secret").fill("our-own-secret");
  const verifyToken = await screen.getByLabel("Verify token").inputValue();
  await expectAccessible(screen);

  const account = { channel: "messenger", externalId, name: `Page ${externalId}`, appSecret: "our-own-secret" };
  await simulate(demo, "accounts", account);
  await screen.getByTestId("connect-form").getByRole("button", { name: "Connect and go on" }).click();
  await screen.waitForURL(/\/connect$/);
  const step = (name: string) => screen.getByTestId(`step-${name}`);
  await expect(step("token")).toHaveAttribute("data-state", "done");
  await expect(screen.getByLabel("Verify token")).toHaveValue(verifyToken);
  const webhookUrl = await screen.getByLabel("Webhook address").inputValue();
  expect(webhookUrl).toMatch(/\/webhooks\/meta\/cha_/);

  await simulate(demo, "accounts", { ...account, webhookUrl, verifyToken: "not-what-was-copied" });
  await simulate(demo, "handshake", { accountId: externalId });
  await expect(step("handshake")).toHaveAttribute("data-state", "failed");
  await expect(step("handshake")).toContainText("Wrong verify token: what came begins with “not” and has 19 characters.");
  await expectAccessible(screen);
  await simulate(demo, "accounts", { ...account, webhookUrl, verifyToken });
  await simulate(demo, "handshake", { accountId: externalId });
  await expect(step("handshake")).toHaveAttribute("data-state", "done");

  await simulate(demo, "accounts", { ...account, webhookUrl, verifyToken, appSecret: "of-another-app" });
  const person = { id: `p${externalId}`, name: "Test Person" };
  await simulate(demo, "people", person);
  await simulate(demo, "messages", { personId: person.id, accountId: externalId, text: "Is this thing on?" });
  await expect(step("webhook")).toHaveAttribute("data-state", "failed");
  await expect(step("webhook")).toContainText("signed with another app secret");
  await expect(screen.getByTestId("connect-outcome")).toContainText("It becomes active when");

  await simulate(demo, "accounts", { ...account, webhookUrl, verifyToken });
  await simulate(demo, "messages", { personId: person.id, accountId: externalId, text: "And now?" });
  await expect(step("webhook")).toHaveAttribute("data-state", "done");
  await expect(step("message")).toHaveAttribute("data-state", "done");
  await expect(screen.getByTestId("connect-outcome")).toContainText("The channel is active");
  await screen.getByRole("link", { name: "Open the conversation and reply" }).click();
  await expect(screen.getByTestId("timeline-item").filter({ hasText: "And now?" })).toBeVisible();

  // What a journey has connected is not in the way of the next one.
  const { data } = await api<{ data: { id: string; externalId: string }[] }>(demo, "GET", "/api/v1/channel-accounts");
  await api(demo, "DELETE", `/api/v1/channel-accounts/${data.find((one) => one.externalId === externalId)?.id}`);
});
