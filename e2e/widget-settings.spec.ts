import { expect } from "@playwright/test";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { connectWidget, openShop } from "./shop.ts";
import { launcher, panelOf } from "./widget.ts";

/** An admin puts a chat on a site: from the choice of a channel to the line for the pages and the key that signs visitors. */
const demo = readDemo();

test("a chat is connected by a name, and its sites, look, words and keys are set", async ({ page: screen }) => {
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/settings/channels/connect`);
  await screen.getByTestId("choose-webchat").click();
  await screen.getByLabel("What do visitors see as its name?").fill("Winter shop");
  await screen.getByRole("button", { name: "Connect and go on" }).click();
  const settings = screen.getByTestId("widget-settings");
  await expect(settings.getByLabel("Line for your pages")).toHaveValue(
    /<script async src="http.*\/widget\/loader\.js\?key=wgt_[0-9a-f]{30}"><\/script>/,
  );
  await expectAccessible(screen);

  const sites = settings.getByLabel("Sites that may show it");
  const save = settings.getByRole("button", { name: "Save" });
  await sites.fill("https://shop.example\nshop.example/path");
  await expect(settings.getByText("Not a site’s address: shop.example/path")).toBeVisible();
  await expect(save).toBeDisabled();
  await sites.fill("https://shop.example/, https://*.shop.example");
  await settings.getByLabel("Colour").fill("#ffd400");
  await expect(settings.getByText(/Text on it has a contrast of 1[0-9]/)).toBeVisible();
  const preview = screen.frameLocator("[data-testid=preview-frame]");
  await settings.getByLabel("Greeting").click();
  await screen.keyboard.type("Warm");
  await expect(preview.getByText("Warm", { exact: true })).toBeVisible();
  // What is shown beside it does not take the focus away.
  await screen.keyboard.type(" welcome");
  await expect(preview.getByText("Warm welcome")).toBeVisible();

  const questions = screen.getByTestId("pre-chat");
  await questions.getByRole("switch", { name: "Ask something first" }).click();
  for (const name of ["E-mail address", "Choice"]) {
    await questions.getByRole("button", { name: "Add a question" }).click();
    await screen.getByRole("menuitem", { name, exact: true }).click();
  }
  await expect(save).toBeDisabled();
  await questions.getByLabel("What it says").last().fill("What is it about?");
  await questions.getByRole("button", { name: "Add a choice" }).click();
  await questions.getByLabel("Choice 1", { exact: true }).fill("An order");
  await questions.getByRole("button", { name: "Move number 2 up" }).click();
  await screen.getByRole("radio", { name: "Questions" }).click();
  await expect(preview.locator("form label")).toContainText(["What is it about?", "Your e-mail address"]);
  const offers = screen.getByTestId("proactive");
  await offers.getByRole("button", { name: "Add a message" }).click();
  await offers.getByLabel("Message", { exact: true }).fill("Can we help?");
  await offers.getByLabel("Pages whose path begins with").fill("/cart");
  await offers.getByLabel("Seconds on the page").fill("20");
  // A name that the page can't give is said at once.
  await offers.getByLabel("What your page tells of the visitor").fill("Cart value");
  await expect(offers.getByText("Small letters, digits and underscores, a letter first.")).toBeVisible();
  await offers.getByLabel("What your page tells of the visitor").fill("cart_value");
  await offers.getByLabel("Is at least").fill("100");
  await expectAccessible(screen);
  await save.click();
  await expect(screen.getByText("Saved", { exact: true })).toBeVisible();

  await screen.reload();
  await expect(sites).toHaveValue("https://shop.example\nhttps://*.shop.example");
  await expect(settings.getByLabel("Greeting")).toHaveValue("Warm welcome");
  await expect(questions.getByLabel("What it says").first()).toHaveValue("What is it about?");
  await expect(offers.getByLabel("Pages whose path begins with")).toHaveValue("/cart");
  await expect(offers.getByLabel("Seconds on the page")).toHaveValue("20");
  await expect(offers.getByLabel("Is at least")).toHaveValue("100");

  const signing = screen.getByTestId("signing-keys");
  await signing.getByRole("button", { name: "Add a key" }).click();
  await expect(signing.getByLabel("Secret")).toHaveValue(/^[\w-]{43}$/);
  await signing.getByRole("button", { name: "Add a key" }).click();
  await expect(signing.getByTestId("signing-key")).toHaveCount(2);
  await expect(signing.getByRole("button", { name: "Add a key" })).toBeDisabled();
  await expectAccessible(screen);
  await signing.getByRole("button", { name: "Remove" }).first().click();
  await screen.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(signing.getByTestId("signing-key")).toHaveCount(1);
});

test("an admin sees the chat running: waiting, not allowed, then seen with its page", async ({ page: screen, browser }) => {
  const widget = await connectWidget(demo, "Coat shop");
  const shop = await openShop(demo, { key: widget.key });
  const visitor = await browser.newPage();
  await widget.allow(["https://coats.example"]);
  await signIn(screen, demo);
  await screen.goto(`${demo.consoleUrl}/settings/channels/${widget.id}?tab=widget`);
  const sightings = screen.getByTestId("sightings");
  await expect(sightings.getByText("Waiting for the first visit…")).toBeVisible();
  await visitor.goto(`${shop.origin}/hats?order=4711`);
  await sightings.getByRole("button", { name: `Allow ${shop.origin}` }).click();
  await expectAccessible(screen);
  await screen.getByTestId("widget-settings").getByRole("button", { name: "Save" }).click();
  const row = sightings.getByTestId("sighting").filter({ hasText: shop.origin });
  await expect(row.getByText("Seen just now")).toBeVisible();
  await visitor.reload();
  await launcher(visitor).click();
  await expect(panelOf(visitor).getByRole("button", { name: /Send us a message/ })).toBeVisible();
  await expect(row.getByText("/hats", { exact: true })).toBeVisible();
  await visitor.close();
  await shop.close();
});
