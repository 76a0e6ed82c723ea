import { expect, type Page } from "@playwright/test";
import { field } from "./composer.ts";
import { readDemo, signIn } from "./demo.ts";
import { test } from "./desk-test.ts";
import { expectAccessible } from "./expect-accessible.ts";
import { connectWidget, type Shop, servePages } from "./shop.ts";

/** A shop's page on an origin of its own: what its browser may ask of us, and what an agent sees of it. */
const demo = readDemo();
let shop: Shop;
let key = "";

test.beforeAll(async () => {
  shop = await servePages((request, response) => {
    response.setHeader("content-type", "text/html");
    const frame = new URL(request.url ?? "/", "http://shop").searchParams.get("frame");
    response.end(
      `<!doctype html><title>Shop</title><h1>Shop</h1>${frame ? `<iframe title="Chat" src="${decodeURIComponent(frame)}"></iframe>` : ""}`,
    );
  });
  const widget = await connectWidget(demo, "Journey");
  await widget.allow([shop.origin]);
  key = widget.key;
});
test.afterAll(() => shop.close());

/** Runs in the page: its browser decides what may be asked and read. */
const inPage = <T>(page: Page, work: string): Promise<T> =>
  page.evaluate(`(async () => {
    const ask = (method, path, token, body) => fetch("${demo.consoleUrl}/widget/v1" + path + "?key=${key}", {
      method,
      headers: { ...(token ? { authorization: "Bearer " + token } : {}), ...(body ? { "content-type": "application/json" } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
    ${work}
  })()`) as Promise<T>;

test("a visitor writes from a shop's page, an agent answers, and both see how far it has got", async ({ page: desk, context }) => {
  const page = await context.newPage();
  await page.goto(`${shop.origin}/`);
  const text = `Is the camel coat warm? ${shop.origin}`;
  const token = await inPage<string>(
    page,
    `const { accessToken } = await (await ask("POST", "/session")).json();
     const sent = await ask("POST", "/messages", accessToken, { id: "journey-message-1", text: ${JSON.stringify(text)} });
     if (sent.status !== 202) throw new Error("not taken: " + sent.status);
     globalThis.heard = "";
     ask("GET", "/stream", accessToken).then(async (stream) => {
       const decoder = new TextDecoder();
       for (const reader = stream.body.getReader(); ; ) {
         const { value, done } = await reader.read();
         if (done) return;
         globalThis.heard += decoder.decode(value);
       }
     });
     return accessToken;`,
  );
  const heard = () => page.evaluate("globalThis.heard") as Promise<string>;
  await expect.poll(heard).toContain("event: changed");

  await signIn(desk, demo);
  await desk.goto(`${demo.consoleUrl}/inbox/all`);
  await desk.getByText(text).first().click();
  const timeline = desk.getByTestId("timeline");
  await expect(timeline).toContainText(text);
  await expect(desk.getByTestId("composer")).toContainText("Web chat");
  await expectAccessible(desk);
  await inPage(page, `await ask("POST", "/typing", "${token}");`);
  await expect(desk.getByTestId("visitor-typing")).toHaveText("The visitor is writing…");
  await field(desk).pressSequentially("As warm");
  await expect.poll(heard).toContain("event: typing");
  const before = (await heard()).length;
  await field(desk).fill("As warm as it looks.");
  await desk.keyboard.press("ControlOrMeta+Enter");
  await expect(timeline).toContainText("As warm as it looks.");
  await expect.poll(async () => (await heard()).slice(before)).toContain("event: changed");
  expect(await heard()).not.toContain("warm");

  const statuses = () =>
    inPage<string[]>(
      page,
      `const { data } = await (await ask("GET", "/messages", "${token}")).json(); return data.map((one) => one.from + " " + one.text);`,
    );
  await expect.poll(statuses).toEqual([`visitor ${text}`, "business As warm as it looks."]);
  await inPage(
    page,
    `const { data } = await (await ask("GET", "/messages", "${token}")).json();
     await ask("POST", "/read", "${token}", { upToId: data.at(-1).id });`,
  );
  await expect(timeline.getByTestId("delivery-mark").last()).toHaveAccessibleName(/^Read/);
});

test("another site's browser reads nothing and shows no frame", async ({ page, broken }) => {
  const frame = encodeURIComponent(encodeURIComponent(`${demo.consoleUrl}/widget/frame?key=${key}`));
  await page.goto(`${shop.origin}/?frame=${frame}`);
  await expect(page.frameLocator("iframe").locator("#panel")).toBeAttached();
  expect(await inPage(page, `return (await ask("GET", "/config")).status;`)).toBe(200);

  // The same server by another name is another origin.
  await page.goto(`${shop.origin.replace("localhost", "127.0.0.1")}/?frame=${frame}`);
  await expect.poll(() => broken.some((one) => one.includes("frame-ancestors"))).toBe(true);
  await expect(page.frameLocator("iframe").locator("#panel")).toHaveCount(0);
  expect(await inPage(page, `return ask("GET", "/config").then(() => "read", () => "refused");`)).toBe("refused");
  broken.length = 0;
});
