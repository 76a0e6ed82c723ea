import { type BrowserContext, expect, type Page } from "@playwright/test";
import { api, readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { addAgent, customerWrites } from "./people.ts";

/** An agent is told of what concerns them by the browser's own means, and not of what they look at. */
const demo = readDemo();

type Told = { title: string; body: string; tag: string };

/** Notes what the browser is asked for. Whether a window has the focus is the test's to say: a headless one always has it. */
const watch = (context: BrowserContext) =>
  context.addInitScript(`{
    const seen = (window.seen = { shown: [], clicks: [], sounds: 0, focused: true });
    document.hasFocus = () => seen.focused;
    window.Notification = class extends window.Notification {
      constructor(title, options = {}) {
        super(title, options);
        seen.shown.push({ title, body: options.body ?? "", tag: options.tag ?? "" });
        seen.clicks.push(() => this.dispatchEvent(new Event("click")));
      }
    };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      seen.sounds++;
      start.call(this, when);
    };
  }`);

const seen = (page: Page) => page.evaluate<{ shown: Told[]; sounds: number }>("({ shown: seen.shown, sounds: seen.sounds })");
const look = (page: Page, here: boolean) =>
  page.evaluate(`{ seen.focused = ${here}; window.dispatchEvent(new Event("${here ? "focus" : "blur"}")); }`);

test("a new agent hears of messages, reads them on the desktop when away, and is left alone at what is open", async ({ browser }) => {
  const context = await browser.newContext();
  await context.grantPermissions(["notifications"], { origin: demo.consoleUrl });
  await watch(context);
  const page = await context.newPage();
  const ada = await addAgent(demo, "Ada");
  await signIn(page, ada);
  await expect(page.getByTestId("conversation-row").first()).toBeVisible();
  // A second tab says nothing twice.
  const second = await context.newPage();
  await second.goto(`${demo.consoleUrl}/settings/notifications`);
  await expect(second.getByTestId("desktop-granted")).toBeVisible();
  await expectAccessible(second);
  for (const tab of [page, second]) await tab.mouse.click(5, 400);

  await customerWrites(demo, "whatsapp", "Is this heard?");
  await expect.poll(async () => (await seen(page)).sounds + (await seen(second)).sounds).toBe(2);
  expect([...(await seen(page)).shown, ...(await seen(second)).shown]).toEqual([]);

  for (const tab of [page, second]) await look(tab, false);
  const { conversationId, from } = await customerWrites(demo, "whatsapp", "And this\nread?");
  const told = async () => [...(await seen(page)).shown, ...(await seen(second)).shown];
  await expect.poll(told).toEqual([{ title: `Customer ${from.slice(-4)}, unassigned`, body: "And this read?", tag: conversationId }]);

  const me = await page.request.get(`${demo.consoleUrl}/api/v1/me`);
  const { agent } = (await me.json()) as { agent: { id: string } };
  await api(demo, "PATCH", `/api/v1/conversations/${conversationId}`, { assigneeId: agent.id });
  await expect(page).toHaveTitle(/^\(1\) /);
  await expect(page.locator('link[rel~="icon"]').last()).toHaveAttribute("href", /^data:image\/png/);
  await expect.poll(told).toHaveLength(2);

  // The press on it leads there, in the tab that showed it.
  const shower = (await seen(page)).shown.length > 0 ? page : second;
  const other = shower === page ? second : page;
  await shower.evaluate("seen.clicks.at(-1)()");
  await expect(shower).toHaveURL(new RegExp(`/inbox/all/${conversationId}$`));
  await expect(shower).toHaveTitle(new RegExp(`^\\(1\\) Customer ${from.slice(-4)} – `));
  await look(shower, true);
  await other.close();
  await customerWrites(demo, "whatsapp", "You are looking at this", { from });
  await expect(shower.getByTestId("timeline").getByText("You are looking at this", { exact: true })).toBeVisible();
  // What came later is heard, once: the one before it was not.
  const before = (await seen(shower)).sounds;
  await customerWrites(demo, "whatsapp", "Not at this");
  await expect.poll(async () => (await seen(shower)).sounds).toBe(before + 2);
  await look(shower, false);
  await customerWrites(demo, "whatsapp", "From afar");
  await expect.poll(async () => (await seen(shower)).shown.at(-1)?.body).toBe("From afar");
  expect((await seen(shower)).shown.map(({ body }) => body)).not.toContain("You are looking at this");

  await api(demo, "PATCH", `/api/v1/conversations/${conversationId}`, { status: "done" });
  await expect(shower).toHaveTitle(/^Customer/);
  await expect(shower.locator('link[rel~="icon"]').last()).toHaveAttribute("href", /^data:image\/svg/);
  await context.close();
});

test("what is chosen holds in every browser; quiet is quiet, and a browser that says no says why", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const grace = await addAgent(demo, "Grace");
  await signIn(page, grace);
  await page.goto(`${demo.consoleUrl}/settings/notifications`);
  await expect(page.getByTestId("desktop-default").or(page.getByTestId("desktop-denied"))).toBeVisible();
  await page.getByTestId("notify-own_message-toast").click();
  await expect(page.getByTestId("notify-own_message-toast")).toBeChecked();
  await page.getByTestId("notify-assigned-sound").click();
  await expect(page.getByTestId("notify-assigned-sound")).not.toBeChecked();
  await page.getByTestId("try-toast").click();
  await expect(page.getByText("This is what it looks like")).toBeVisible();
  await page.getByRole("combobox", { name: "Do not disturb" }).click();
  await page.getByRole("option", { name: "For an hour" }).click();
  await expect(page.getByTestId("quiet-end")).toBeVisible();
  await expectAccessible(page);

  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, grace);
  await elsewhere.goto(`${demo.consoleUrl}/settings/notifications`);
  await expect(elsewhere.getByTestId("notify-own_message-toast")).toBeChecked();
  await expect(elsewhere.getByTestId("notify-assigned-sound")).not.toBeChecked();
  await elsewhere.getByTestId("quiet-end").click();
  await expect(page.getByTestId("quiet-end")).toBeHidden();
  await Promise.all([context.close(), elsewhere.context().close()]);
});
