import { createWorld, type World } from "@onethread/testing";
import { afterEach, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

let world: World;
let gateway: TestGateway;
async function start(trustedProxies?: string): Promise<void> {
  world = await createWorld();
  gateway = await startTestGateway(world, trustedProxies);
}
afterEach(async () => {
  await gateway.close();
  await world.close();
});

const attempt = async (headers: Record<string, string>): Promise<number> => {
  const body = { email: "nobody@example.com", password: "wrong password" };
  return (await gateway.call(null, "POST", "/api/auth/sign-in/email", body, { origin: "http://127.0.0.1:3000", ...headers })).status;
};
/** Everybody who has tried so far has used up their attempts. */
const useUp = async () => {
  const { rowCount } = await world.database.ingest.query("UPDATE rate_limits SET count = 10 WHERE key LIKE '%sign-in%'");
  expect(rowCount).toBe(1);
};

describe("the limit of sign-in", () => {
  it("is not dodged by a stranger with forged headers", async () => {
    await start("");
    expect(await attempt({ "x-forwarded-for": "198.51.100.1" })).toBe(401);
    await useUp();
    expect(await attempt({ "x-forwarded-for": "198.51.100.2" })).toBe(429);
    expect(await attempt({ "x-onethread-client-address": "198.51.100.3" })).toBe(429);
  });

  it("counts each person behind a proxy alone, whatever they claim", async () => {
    await start();
    expect(await attempt({ "x-forwarded-for": "203.0.113.9" })).toBe(401);
    await useUp();
    expect(await attempt({ "x-forwarded-for": "198.51.100.1, 203.0.113.9" })).toBe(429);
    expect(await attempt({ "x-forwarded-for": "203.0.113.9, 127.0.0.1", "x-onethread-client-address": "203.0.113.77" })).toBe(429);
    expect(await attempt({ "x-forwarded-for": "203.0.113.10" })).toBe(401);
  });
});
