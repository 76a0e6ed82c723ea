import { createAuth, hashPassword } from "@onethread/auth";
import { acceptInvitation, inviteAgent } from "@onethread/operations";
import { createWorld, type World } from "@onethread/testing";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./test-gateway.ts";

let world: World;
let gateway: TestGateway;
let passwordHash: string;
const password = "correct horse battery";
beforeAll(async () => {
  world = await createWorld();
  gateway = await startTestGateway(world);
  const { context } = world;
  const auth = createAuth({
    database: context.database,
    secrets: context.secrets,
    now: context.now,
    baseUrl: "http://x",
    secret: "x".repeat(40),
    trustedOrigins: [],
    signInsPerMinute: 10,
  });
  passwordHash = await hashPassword(auth, password);
});
afterAll(async () => {
  await gateway.close();
  await world.close();
});
beforeEach(async () => {
  await sql("DELETE FROM rate_limits");
});

const sql = async (text: string, ...values: unknown[]) => (await world.database.ingest.query(text, values)).rows;
const origin = "http://127.0.0.1:3000";
let people = 0;

async function join(role: "agent" | "admin" | "owner" = "agent"): Promise<{ email: string; agentId: string }> {
  const email = `p${++people}@example.com`;
  const invited = await inviteAgent(world.context, { kind: "system", workspaceId: world.workspaceId }, { email, role });
  if (!invited.ok) throw new Error(invited.error.code);
  await acceptInvitation(world.context, invited.value.token, { name: email, passwordHash });
  return { email, agentId: (await sql("SELECT id FROM agents WHERE email = $1", email))[0].id };
}
async function signIn(email: string, code?: string, secret = password) {
  const { status, body, headers } = await gateway.call(
    null,
    "POST",
    "/api/auth/sign-in/email",
    { email, password: secret },
    {
      origin,
      "user-agent": "Firefox",
      ...(code === undefined ? {} : { "x-onethread-code": code }),
    },
  );
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return { status, code: status === 200 ? "in" : body?.code, cookie };
}
const ask = async (cookie: string, method: string, path: string, body?: unknown) =>
  gateway.call(null, method, `/api/v1/me/${path}`, body, { cookie, origin });
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now.getTime() + steps * 30_000 });

async function withFactor(role: "agent" | "owner" = "agent") {
  const person = await join(role);
  const { cookie } = await signIn(person.email);
  const { secret } = (await ask(cookie, "POST", "second-factor", { password })).body;
  const confirmed = await ask(cookie, "POST", "second-factor/confirm", { code: codeOf(secret, -1) });
  expect(confirmed.status).toBe(200);
  return { ...person, cookie, secret, codes: confirmed.body.codes as string[] };
}

describe("a second factor", () => {
  it("is asked for once it is confirmed, with the password, and a code is taken once", async () => {
    const { email } = await join();
    const { cookie } = await signIn(email);
    expect((await ask(cookie, "POST", "second-factor", { password: "wrong wrong wrong" })).body.code).toBe("wrong_password");
    const { body } = await ask(cookie, "POST", "second-factor", { password });
    expect(new URL(body.uri).searchParams.get("secret")).toBe(body.secret);
    expect((await signIn(email)).code).toBe("in");
    const elsewhere = await signIn(email);
    expect((await ask(cookie, "POST", "second-factor/confirm", { code: "000000" })).body.code).toBe("wrong_code");
    const code = codeOf(body.secret);
    expect((await ask(cookie, "POST", "second-factor/confirm", { code })).body.codes).toHaveLength(10);
    expect((await ask(elsewhere.cookie, "GET", "security")).status).toBe(401);
    expect((await ask(cookie, "GET", "security")).body).toMatchObject({
      secondFactor: { recoveryCodesLeft: 10 },
      sessions: [{ userAgent: "Firefox", current: true }],
    });

    expect(await signIn(email)).toMatchObject({ status: 401, code: "code_needed", cookie: "" });
    expect((await signIn(email, undefined, "wrong wrong wrong")).code).not.toBe("code_needed");
    expect((await signIn(email, code)).code).toBe("wrong_code");
    expect((await signIn(email, codeOf(body.secret, 1))).code).toBe("in");
    expect((await signIn(email, codeOf(body.secret, 1))).code).toBe("wrong_code");
    expect((await ask(cookie, "POST", "second-factor", { password })).body.code).toBe("already_exists");
  });

  it("is replaced by a recovery code, each once, however it is typed; new ones end those before", async () => {
    const { email, cookie, secret, codes } = await withFactor();
    const [first = "", second = ""] = codes;
    expect(first).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect((await signIn(email, first.toUpperCase().replaceAll("-", " "))).code).toBe("in");
    expect((await signIn(email, first)).code).toBe("wrong_code");
    expect((await ask(cookie, "GET", "security")).body.secondFactor.recoveryCodesLeft).toBe(9);
    expect((await ask(cookie, "POST", "second-factor/recovery-codes", { code: codeOf(secret) })).body.codes).toHaveLength(10);
    expect((await signIn(email, second)).code).toBe("wrong_code");
  });

  it("is kept sealed, and its recovery codes as hashes", async () => {
    const { secret, codes } = await withFactor();
    const stored = JSON.stringify([
      await sql("SELECT encode(secret, 'escape') AS secret FROM second_factors"),
      await sql("SELECT encode(code_hash, 'escape') AS hash FROM recovery_codes"),
    ]);
    expect(stored).not.toContain(secret);
    for (const code of codes) expect(stored).not.toContain(code);
  });

  it("is locked for a while after five wrong codes, also for the right one", async () => {
    const { email, secret } = await withFactor();
    for (let tried = 0; tried < 5; tried++) expect((await signIn(email, "000000")).code).toBe("wrong_code");
    expect(await signIn(email, codeOf(secret))).toMatchObject({ status: 429, code: "too_many_requests" });
    await sql("UPDATE second_factors SET locked_until = 'epoch'");
    expect((await signIn(email, codeOf(secret))).code).toBe("in");
  });

  it("is taken away with password and code, or by an admin, an owner's only by an owner", async () => {
    const person = await withFactor();
    expect((await ask(person.cookie, "POST", "second-factor/remove", { password: "wrong wrong wrong", code: codeOf(person.secret) })).body.code).toBe(
      "wrong_password",
    );
    expect((await ask(person.cookie, "POST", "second-factor/remove", { password, code: codeOf(person.secret) })).status).toBe(204);
    expect((await signIn(person.email)).code).toBe("in");

    const owner = await withFactor("owner");
    const member = await withFactor();
    const reset = async (by: string, agentId: string) => {
      const { data } = (await gateway.call(null, "GET", "/api/v1/agents", undefined, { cookie: by })).body;
      const { id } = data.find((one: { email: string }) => one.email === (agentId === owner.agentId ? owner.email : member.email));
      return (await gateway.call(null, "DELETE", `/api/v1/agents/${id}/second-factor`, undefined, { cookie: by, origin })).status;
    };
    const admin = await signIn((await join("admin")).email);
    expect(await reset(member.cookie, owner.agentId)).toBe(403);
    expect(await reset(admin.cookie, owner.agentId)).toBe(403);
    expect(await reset(admin.cookie, member.agentId)).toBe(204);
    expect((await signIn(member.email)).code).toBe("in");
    expect((await signIn(owner.email)).code).toBe("code_needed");
  });
});

describe("sessions", () => {
  it("end at once, one or all others, and nobody ends another's", async () => {
    const { email } = await join();
    const [here, there, elsewhere] = [await signIn(email), await signIn(email), await signIn(email)];
    const list = async () => (await ask(here.cookie, "GET", "security")).body.sessions as { id: string; current: boolean }[];
    expect((await list()).filter(({ current }) => current)).toHaveLength(1);
    const stranger = await signIn((await join()).email);
    const ids = (await sql("SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1 ORDER BY s.created_at", email)).map(
      (row) => row.id,
    );
    expect((await ask(stranger.cookie, "DELETE", `sessions/${ids[1]}`)).status).toBe(404);
    expect((await ask(there.cookie, "GET", "security")).status).toBe(200);
    expect((await ask(here.cookie, "DELETE", `sessions/${ids[1]}`)).status).toBe(204);
    expect((await ask(there.cookie, "GET", "security")).status).toBe(401);
    expect((await ask(here.cookie, "DELETE", "sessions")).status).toBe(204);
    expect((await ask(elsewhere.cookie, "GET", "security")).status).toBe(401);
    expect(await list()).toHaveLength(1);
  });

  it("all but this one end when the password is changed, which needs the one before", async () => {
    const { email } = await join();
    const [here, there] = [await signIn(email), await signIn(email)];
    const change = (current: string, next: string) => ask(here.cookie, "POST", "password", { current, next });
    expect((await change("wrong wrong wrong", "another good one")).body.code).toBe("wrong_password");
    expect((await change(password, "short")).status).toBe(422);
    expect((await change(password, "another good one")).status).toBe(204);
    expect((await ask(there.cookie, "GET", "security")).status).toBe(401);
    expect((await ask(here.cookie, "GET", "security")).status).toBe(200);
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, undefined, "another good one")).code).toBe("in");
    // The library's own way would leave the other sessions alone.
    const old = { method: "POST", headers: { "content-type": "application/json", cookie: here.cookie, origin }, body: "{}" };
    expect((await fetch(`${gateway.url}/api/auth/change-password`, old)).status).toBe(404);
  });

  it("are not an API key's, and passwords cannot be guessed without end", async () => {
    const key = await gateway.key(world.workspaceId);
    expect((await gateway.call(key, "GET", "/api/v1/me/security")).status).toBe(403);
    const { cookie } = await signIn((await join()).email);
    const statuses: number[] = [];
    for (let tried = 0; tried < 11; tried++) statuses.push((await ask(cookie, "POST", "second-factor", { password: "wrong wrong wrong" })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
