import { createApiKey } from "@onethread/operations";
import { createWorld, type World } from "@onethread/testing";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

let world: World;
let gateway: TestGateway;
beforeEach(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
});
afterEach(async () => {
  await gateway.close();
  await world.close();
});

async function key(limits: { expiresAt?: string; addresses?: string[] }): Promise<string> {
  const made = await createApiKey(
    world.context,
    { kind: "system", workspaceId: world.workspaceId },
    { name: "k", scopes: ["read", "admin"], ...limits },
  );
  if (!made.ok) throw new Error(made.error.code);
  return made.value.key;
}
const ask = async (bearer: string, from?: string) => {
  const { status, body } = await gateway.call(bearer, "GET", "/api/v1/labels", undefined, from ? { "x-forwarded-for": from } : {});
  return status === 200 ? 200 : body.code;
};

it("refuses a key from the moment it expires, with its own reason, and does not count that as use", async () => {
  const bearer = await key({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
  expect(await ask(bearer)).toBe(200);
  await world.database.ingest.query("UPDATE api_keys SET expires_at = now(), last_used_at = NULL");
  expect(await ask(bearer)).toBe("api_key_expired");
  expect((await world.database.ingest.query("SELECT last_used_at AS at FROM api_keys")).rows).toEqual([{ at: null }]);
});

it("takes a key only from its addresses: those that the trusted proxy saw, not those a stranger claims", async () => {
  const bearer = await key({ addresses: ["203.0.113.0/24", "2001:db8::/32"] });
  expect(await ask(bearer)).toBe("address_not_allowed");
  expect(await ask(bearer, "203.0.113.77")).toBe(200);
  expect(await ask(bearer, "2001:db8::7")).toBe(200);
  expect(await ask(bearer, "203.0.113.77, 198.51.100.1")).toBe("address_not_allowed");
  const lying = await gateway.call(bearer, "GET", "/api/v1/labels", undefined, { "x-onethread-client-address": "203.0.113.77" });
  expect(lying).toMatchObject({ status: 403, body: { code: "address_not_allowed" } });
});

it("makes keys with limits over the API, and refuses what is no address, no range or in the past", async () => {
  const bearer = await key({});
  const make = (limits: object) => gateway.call(bearer, "POST", "/api/v1/api-keys", { name: "n", scopes: ["read"], ...limits });
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  expect(await make({ expiresAt, addresses: ["10.0.0.1", "10.0.0.1", "fd00::/8"] })).toMatchObject({
    status: 201,
    body: { expiresAt, addresses: ["10.0.0.1", "fd00::/8"] },
  });
  expect(await make({ expiresAt: "2020-01-01T00:00:00Z" })).toMatchObject({ status: 422, body: { errors: [{ pointer: "/expiresAt" }] } });
  for (const wrong of ["10.0.0.0/33", "10.0.0", "::1/129", "example.com"]) expect((await make({ addresses: [wrong] })).status).toBe(422);
  const { body } = await gateway.call(bearer, "GET", "/api/v1/api-keys");
  expect(body.data.map((one: { expiresAt: string | null }) => one.expiresAt)).toEqual([null, expiresAt]);
});
