import { expect } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { customerWrites, simulate } from "./people.ts";

/** What the panel beside a conversation knows of the customer. */
const demo = readDemo();

test("attributes are added, changed, refused with a reason, and brought back", async ({ page: screen }) => {
  const { conversationId } = await customerWrites(demo, "messenger", "Which plan am I on?", { from: String(Date.now()) });
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  const section = screen.getByTestId("attributes");
  await section.getByText("Send attributes through the API").click();
  await expect(section).toContainText("/api/v1/customers/cus_");
  await expectAccessible(screen);

  const form = screen.getByTestId("attribute-form");
  const add = async (name: string, kind: string, value: string) => {
    await screen.getByRole("button", { name: "Add an attribute" }).click();
    await form.getByLabel("Name").fill(name);
    await form.getByLabel("Kind").click();
    await screen.getByRole("option", { name: kind, exact: true }).click();
    if (kind === "Yes or no") {
      await form.getByLabel("Value").click();
      await screen.getByRole("option", { name: value, exact: true }).click();
    } else await form.getByLabel("Value").fill(value);
  };
  const row = (name: string) => section.getByTestId("attribute").filter({ hasText: name });
  await add("order.total", "Number", "twelve");
  await form.getByLabel("Value").press("Enter");
  await expect(form).toContainText("Write a number");
  await expectAccessible(screen);
  await form.getByLabel("Value").fill("12.5");
  await form.getByLabel("Value").press("Enter");
  await expect(row("total")).toContainText("12.5");
  await add("order.paid", "Yes or no", "Yes");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(section.getByRole("heading", { name: "order" })).toBeVisible();
  await add("Shop", "Link", "shop.example/7");
  await form.getByLabel("Value").press("Enter");
  await expect(row("Shop").getByRole("link")).toHaveAttribute("href", "https://shop.example/7");
  await add("shop", "Text", "x");
  await form.getByLabel("Value").press("Enter");
  await expect(form).toContainText("There is one with this name already.");
  await form.getByLabel("Value").press("Escape");
  await expect(form).toBeHidden();
  await expect(screen.getByRole("button", { name: "Add an attribute" })).toBeFocused();

  // A colleague's change arrives by itself, and takes nothing away that is being typed.
  await screen.getByRole("button", { name: "Change Shop" }).click();
  await form.getByLabel("Value").fill("https://half.example/typed");
  const { customer } = await api<{ customer: { id: string } }>(demo, "GET", `/api/v1/conversations/${conversationId}`);
  const attributes = { Shop: null, since: "2026-02-28", note: "", long: "wide".repeat(125), ["name".repeat(25)]: "b" };
  await api(demo, "PATCH", `/api/v1/customers/${customer.id}`, { attributes });
  await expect(row("since")).toContainText("Feb 28, 2026");
  await expect(form.getByLabel("Value")).toHaveValue("https://half.example/typed");
  const { scrollWidth, clientWidth } = await screen
    .getByTestId("details-panel")
    .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);

  // What the server does not take comes back as it was, and what was typed stays.
  const path = `**/api/v1/customers/${customer.id}`;
  await screen.route(path, (route) => (route.request().method() === "PATCH" ? route.fulfill({ status: 500, json: {} }) : route.continue()));
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await expect(form.getByLabel("Value")).toHaveValue("https://half.example/typed");
  await screen.unroute(path);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(row("Shop")).toContainText("half.example/typed");

  await section.getByRole("button", { name: "1 empty" }).click();
  await screen.getByRole("button", { name: "Change note" }).click();
  await form.getByRole("button", { name: "Remove" }).click();
  await expect(section.getByRole("button", { name: "1 empty" })).toBeHidden();
  await screen.getByRole("button", { name: "Undo" }).click();
  await expect(section.getByRole("button", { name: "1 empty" })).toBeVisible();
  await expectAccessible(screen);
});

test("the files of a conversation stand beside it, open large or are kept, and lead to their message", async ({ page: screen }) => {
  const name = `Pia Papers ${Date.now() % 100_000}`;
  const accountId = demo.channelAccounts.find(({ channel }) => channel === "whatsapp")?.externalId;
  const { id: personId } = await simulate<{ id: string }>(demo, "people", { name });
  await simulate(demo, "acts", { personId, accountId, act: { type: "media", kind: "image", caption: "The seam is open" } });
  await signIn(screen, demo);
  await screen.getByTestId("conversation-row").filter({ hasText: name }).click();
  const files = screen.getByTestId("files");
  await expect(files.getByTestId("file-picture")).toHaveCount(1);
  // What arrives stands there, too.
  await simulate(demo, "acts", { personId, accountId, act: { type: "media", kind: "document", caption: "And the receipt" } });
  const row = files.getByTestId("file-row");
  await expect(row.getByRole("link")).toBeVisible();
  const download = screen.waitForEvent("download");
  await row.getByRole("link").click();
  expect((await download).url()).toContain("?download");

  await files.getByTestId("file-picture").click();
  const lightbox = screen.getByTestId("lightbox");
  await expect(lightbox).toBeVisible();
  await expectAccessible(screen);
  await lightbox.getByRole("button", { name: "Show in the conversation" }).click();
  await expect(lightbox).toBeHidden();
  await expect(screen).toHaveURL(/\?m=msg_/);
  const item = (text: string) => screen.getByTestId("timeline-item").filter({ hasText: text });
  await expect(item("The seam is open")).toBeFocused();
  await row.getByRole("button", { name: /^Show .+ in the conversation$/ }).click();
  await expect(item("And the receipt")).toBeFocused();
  await expectAccessible(screen);
});

test("what a customer says about marketing stands beside the conversation as soon as it is said", async ({ page: screen }) => {
  const name = `Nora News ${Date.now() % 100_000}`;
  const accountId = demo.channelAccounts.find(({ channel }) => channel === "whatsapp")?.externalId;
  const { id: personId } = await simulate<{ id: string }>(demo, "people", { name });
  await simulate(demo, "acts", { personId, accountId, act: { type: "text", text: "Hello!" } });
  await signIn(screen, demo);
  await screen.getByTestId("conversation-row").filter({ hasText: name }).click();
  await expect(screen.getByTestId("timeline").getByText("Hello!")).toBeVisible();
  await expect(screen.getByTestId("consent")).toHaveCount(0);
  const second = () => Math.floor(Date.now() / 1000);
  await simulate(demo, "acts", { personId, accountId, act: { type: "marketing", value: "stop" } });
  const stopped = second();
  await expect(screen.getByTestId("consent")).toContainText("Marketing refused");
  await expectAccessible(screen);
  // WhatsApp tells whole seconds, and of two things said in one the stricter counts.
  await expect.poll(second).toBeGreaterThan(stopped);
  await simulate(demo, "acts", { personId, accountId, act: { type: "marketing", value: "resume" } });
  await expect(screen.getByTestId("consent")).toContainText("Marketing agreed");
});

test("a past case opens at a glance, and leads to where it stands", async ({ page: screen }) => {
  const from = `past-${Date.now()}`;
  const { conversationId } = await customerWrites(demo, "messenger", "My first coat is too small.", { from });
  await api(demo, "PATCH", `/api/v1/conversations/${conversationId}`, { status: "done" });
  await customerWrites(demo, "messenger", "My second coat is too large.", { from });
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/inbox/all/${conversationId}`);
  await screen.getByTestId("past-cases").getByRole("button").click();
  const peek = screen.getByTestId("case-peek");
  await expect(peek).toContainText("My first coat is too small.");
  await expect(peek).not.toContainText("My second coat");
  await expectAccessible(screen);
  await peek.getByRole("button", { name: "Show in the conversation" }).click();
  await expect(peek).toBeHidden();
  await expect(screen.getByTestId("timeline-item").filter({ hasText: "My first coat" })).toBeFocused();
});
