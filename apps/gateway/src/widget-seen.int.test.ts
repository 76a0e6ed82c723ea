import { readWidgetByKey } from "@onethread/db/read";
import { noteWidgetSeen } from "@onethread/operations";
import { createWorld, until, type World } from "@onethread/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

/** Where a chat runs is told by what pages ask for, and by nothing of their visitors. */
let world: World;
let gateway: TestGateway;
let admin: string;
beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
  admin = await gateway.key(world.workspaceId);
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});

async function addWidget() {
  const { body } = await gateway.call(admin, "POST", "/api/v1/channel-accounts", { channel: "webchat", name: "Shop" });
  const path = `/api/v1/channel-accounts/${body.id}/widget`;
  await gateway.call(admin, "PUT", path, { allowedOrigins: ["https://shop.example", "https://*.shop.example"] });
  const seen = async () => (await gateway.call(admin, "GET", `/api/v1/channel-accounts/${body.id}/widget/sightings`)).body.data as any[];
  const line = (referer: string) => fetch(`${gateway.url}/widget/loader.js?key=${body.externalId}`, { headers: { referer } });
  const frame = (query: string) => fetch(`${gateway.url}/widget/frame?key=${body.externalId}&${query}`);
  return { path, key: body.externalId as string, seen, line, frame };
}
const minute = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 61_000);
};

it("says site, page and time of the line and of the frame, once a minute", async () => {
  const { seen, line, frame } = await addWidget();
  expect(await seen()).toEqual([]);
  const first = world.clock.now.toISOString();
  await line("https://shop.example/");
  await until("it is seen", async () => (await seen()).length === 1);
  expect(await seen()).toEqual([{ origin: "https://shop.example", path: null, allowed: true, lineAt: first, frameAt: null, seenAt: first }]);
  await frame(`origin=https://shop.example&path=${encodeURIComponent("/coats?order=4711#mine")}`);
  await until("it is seen", async () => (await seen())[0].frameAt !== null);
  expect(await seen()).toMatchObject([{ path: "/coats", lineAt: first, frameAt: first }]);
  world.clock.now = new Date(world.clock.now.getTime() + 5000);
  await line("https://shop.example/hats");
  await line("https://de.shop.example/");
  await until("it is seen", async () => (await seen()).length === 2);
  expect((await seen())[1]).toMatchObject({ path: "/coats", lineAt: first });
  minute();
  await line("https://shop.example/hats?who=me");
  await until("it is seen", async () => (await seen())[0].origin === "https://shop.example");
  expect((await seen())[0]).toMatchObject({ path: "/hats", lineAt: world.clock.now.toISOString() });
});

it("tells a site that is not allowed, and says so no longer once it is", async () => {
  const { path, seen, line } = await addWidget();
  await line("https://other.example/");
  await until("it is seen", async () => (await seen()).length === 1);
  expect(await seen()).toMatchObject([{ origin: "https://other.example", allowed: false }]);
  await gateway.call(admin, "PUT", path, { allowedOrigins: ["https://other.example"] });
  expect(await seen()).toMatchObject([{ allowed: true }]);
});

it("keeps few of the sites that somebody makes up, and none of the shop's own go for them", async () => {
  const { seen, key } = await addWidget();
  const widget = await readWidgetByKey(world.context.database, key);
  const line = (page: string) => noteWidgetSeen(world.context, widget as NonNullable<typeof widget>, { part: "line", page });
  await line("https://shop.example/");
  for (let round = 0; round < 4; round += 1) {
    minute();
    for (let index = 0; index < 12; index += 1) await line(`https://made-up-${round}-${index}.example/`);
    expect((await seen()).filter(({ origin }) => origin.startsWith(`https://made-up-${round}`))).toHaveLength(10);
  }
  await line("not a page");
  const others = (await seen()).filter(({ allowed }) => !allowed);
  expect(others).toHaveLength(20);
  expect((await seen()).at(-1)).toMatchObject({ origin: "https://shop.example", allowed: true });
});

it("is for those who look after channels", async () => {
  const { path } = await addWidget();
  const reader = await gateway.key(world.workspaceId, ["read"]);
  expect((await gateway.call(reader, "GET", `${path}/sightings`)).status).toBe(403);
});

it("shows an admin what is not saved, in a frame of the desk's own, and which key is in use", async () => {
  const { path, frame } = await addWidget();
  const settings = {
    color: "#ffd400",
    texts: { greeting: { de: "Moin" } },
    preChat: { enabled: true, fields: [{ name: "email", kind: "email", label: { en: "Your e-mail" } }] },
  };
  const channelAccountId = path.split("/")[4];
  const shown = await gateway.call(admin, "POST", `/api/v1/channel-accounts/${channelAccountId}/widget/preview`, { settings, language: "de" });
  expect(shown.body).toMatchObject({ textOnColor: "#000000", texts: { greeting: "Moin" }, preChat: [{ label: "Your e-mail" }] });
  expect((await gateway.call(admin, "GET", path)).body.settings).toMatchObject({ texts: { greeting: {} }, preChat: { enabled: false } });
  expect((await frame("preview")).headers.get("content-security-policy")).toMatch(/frame-ancestors 'self'$/);
  const key = await gateway.call(admin, "POST", `${path}/signing-keys`, { algorithm: "HS256" });
  expect(key.body.usedAt).toBeNull();
});
