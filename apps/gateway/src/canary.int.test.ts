import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import os from "node:os";
import { createApiKey, openContext } from "@onethread/operations";
import { createWorld, ownRedis, signed, until, type World } from "@onethread/testing";
import { describe, expect, it } from "vitest";
import { startProcess } from "./test-process.ts";

/**
 * Canaries: words nobody else uses go in wherever secrets and customers' words go in, through the real gateway and the
 * real worker, on good ways and bad ones. Then every log line, every job, every piece of live news and every problem
 * document is searched for them, and the whole database for the secrets.
 */
const redisUrl = await ownRedis();
const word = (name: string) => `canary${name}${randomBytes(8).toString("hex")}`;

describe.concurrent.each([
  { name: "Postgres", redis: null, skip: false },
  { name: "Redis", redis: redisUrl, skip: redisUrl === null },
])("canaries, jobs on $name", ({ redis, skip }) => {
  it.skipIf(skip)("are found nowhere they don't belong", { timeout: 150_000 }, async ({ onTestFinished }) => {
    const secrets = {
      appSecret: word("AppSecret"),
      verifyToken: word("VerifyToken"),
      authSecret: word("AuthSecret").padEnd(40, "x"),
      encryptionKey: randomBytes(32).toString("hex"),
      accessToken: word("AccessToken"),
      ownAppSecret: word("OwnAppSecret"),
      ownVerifyToken: word("OwnVerifyToken"),
      password: word("Password"),
      wrongPassword: word("WrongPassword"),
      wrongKey: word("WrongKey"),
    };
    const texts = Object.fromEntries(
      [
        "Name",
        "Stored",
        "BadSignature",
        "Unsigned",
        "Malformed",
        "Quarantined",
        "Refused",
        "Payload",
        "Rejected",
        "Lost",
        "Stuck",
        "Note",
        "Field",
        "Json",
        "Breaks",
      ].map((name) => [name.toLowerCase(), word(name)]),
    ) as Record<string, string>;
    const text = (name: string): string => texts[name] ?? expect.fail(name);

    const world = await createWorld();
    onTestFinished(() => world.close());
    const graph = await openGraph((said) =>
      // Meta repeats a token it does not like, and parts of a request, in its messages.
      said === text("lost") ? null : { error: { code: 100, message: `Malformed access token ${secrets.accessToken} in ${said}` } },
    );
    onTestFinished(graph.close);
    const jobs = redis ? await monitorRedis(redis) : await recordRows(world);
    onTestFinished(jobs.close);
    const key = await createApiKey(
      world.context,
      { kind: "system", workspaceId: world.workspaceId },
      { name: "test", scopes: ["read", "write", "send", "admin"] },
    );
    if (!key.ok) return expect.fail(key.error.code);

    const port = await freePort();
    const env = {
      DATABASE_URL: world.url,
      ...(redis ? { REDIS_URL: redis } : {}),
      ENCRYPTION_KEYS: secrets.encryptionKey,
      META_GRAPH_BASE_URL: graph.url,
      META_INSTAGRAM_GRAPH_BASE_URL: graph.url,
      LOG_LEVEL: "debug",
    };
    const gateway = startProcess("gateway", {
      ...env,
      GATEWAY_PORT: String(port),
      AUTH_SECRET: secrets.authSecret,
      META_APP_SECRET: secrets.appSecret,
      META_VERIFY_TOKEN: secrets.verifyToken,
    });
    onTestFinished(gateway.kill);
    const worker = startProcess("worker", env);
    onTestFinished(worker.kill);
    await Promise.all([gateway.line((line) => line.includes("the gateway is up")), worker.line((line) => line.includes("the worker is up"))]);

    const base = `http://127.0.0.1:${port}`;
    const problems: string[] = [];
    async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: any }> {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: { authorization: `Bearer ${key.ok ? key.value.key : ""}`, "content-type": "application/json", ...headers },
        body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
      });
      const answer = await response.text();
      if (response.status >= 400) problems.push(answer);
      return { status: response.status, body: answer.startsWith("{") ? JSON.parse(answer) : null };
    }
    const webhook = async (content: unknown, secret: string | null, path = "/webhooks/meta") => {
      const { body, signature } = signed(content, secret ?? "");
      const response = await fetch(`${base}${path}`, { method: "POST", headers: secret === null ? {} : { "x-hub-signature-256": signature }, body });
      const answer = await response.text();
      if (response.status >= 400) problems.push(answer);
      return response.status;
    };
    const handshake = (token: string, path = "/webhooks/meta") => ask("GET", `${path}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=${token}`);

    // Connecting, and the platform's words about the token.
    const connected = await ask("POST", "/api/v1/channel-accounts", {
      channel: "messenger",
      externalId: "330001",
      name: "Page",
      credentials: { accessToken: secrets.accessToken, appSecret: secrets.ownAppSecret, verifyToken: secrets.ownVerifyToken },
    });
    expect(connected.status).toBe(201);
    const ownPath = `/webhooks/meta/${connected.body.id}`;
    expect([(await handshake(secrets.verifyToken)).status, (await handshake(secrets.ownVerifyToken, ownPath)).status]).toEqual([200, 200]);
    expect([(await handshake(secrets.wrongKey)).status, (await handshake(secrets.wrongKey, ownPath)).status]).toEqual([403, 403]);

    // Webhooks on every way they can go. What the database refuses goes into quarantine: its error repeats the row.
    await asOwner(world, `ALTER TABLE items ADD CONSTRAINT no_refused CHECK (content ->> 'text' IS DISTINCT FROM '${text("refused")}')`);
    expect(await webhook(page({ text: text("stored") }), secrets.appSecret)).toBe(200);
    expect(await webhook(page({ text: text("stored"), quick_reply: { payload: text("payload") } }), secrets.ownAppSecret, ownPath)).toBe(200);
    expect(await webhook(page({ text: text("badsignature") }), secrets.wrongKey)).toBe(401);
    expect(await webhook(page({ text: text("badsignature") }), secrets.wrongKey, ownPath)).toBe(401);
    expect(await webhook(page({ text: text("unsigned") }), null)).toBe(401);
    expect(await webhook(`{"object":"page","entry":[{"text":"${text("malformed")}"`, secrets.appSecret)).toBe(200);
    expect(await webhook(page({ text: { not: text("quarantined") }, mid: null }), secrets.appSecret)).toBe(200);
    expect(await webhook(page({ text: text("refused") }), secrets.appSecret)).toBe(200);
    await until(
      "the path comes to this",
      async () => (await world.database.ingest.query("SELECT 1 FROM webhook_events WHERE state = 'pending'")).rowCount === 0,
    );
    const quarantined = (await ask("GET", "/api/v1/webhook-events?state=quarantined")).body.data;
    expect(quarantined.length).toBe(3);

    // Replies that are refused, whose answer is lost, and that the database refuses to claim.
    const [conversation] = (await ask("GET", "/api/v1/conversations?view=all")).body.data;
    const reply = async (name: string) => {
      const sent = await ask("POST", `/api/v1/conversations/${conversation.id}/messages`, { content: { kind: "text", text: text(name) } });
      expect(sent.status).toBe(202);
      return async (status: string) => (await ask("GET", `/api/v1/messages/${sent.body.id}`)).body.delivery.status === status;
    };
    const isRejected = await reply("rejected");
    await until("the path comes to this", () => isRejected("failed"));
    const isLost = await reply("lost");
    await until("the path comes to this", () => isLost("unknown"));
    const before = worker.lines.length;
    await asOwner(world, "ALTER TABLE items ADD CONSTRAINT no_sending CHECK (delivery_status IS DISTINCT FROM 'sending')");
    await reply("stuck");
    await worker.line((line) => line.includes("a job failed") && line.includes("message.deliver"), before);
    expect((await ask("POST", `/api/v1/conversations/${conversation.id}/notes`, { text: text("note") })).status).toBe(201);

    // People and keys.
    const invited = await ask("POST", "/api/v1/invitations", { email: "ada@example.com", role: "agent" });
    const token = String(invited.body.url).split("/").at(-1) ?? "";
    expect((await ask("POST", "/api/v1/invitations/accept", { token, name: "Ada", password: secrets.password })).status).toBe(201);
    expect((await ask("POST", "/api/v1/invitations/accept", { token, name: "Ada", password: secrets.password })).status).toBeGreaterThanOrEqual(400);
    const signIn = (password: string) => ask("POST", "/api/auth/sign-in/email", { email: "ada@example.com", password }, { origin: base });
    expect([(await signIn(secrets.wrongPassword)).status, (await signIn(secrets.password)).status]).toEqual([401, 200]);
    const made = await ask("POST", "/api/v1/api-keys", { name: "second", scopes: ["read"] }, { "idempotency-key": "canary-key" });
    expect([made.status, (await ask("GET", "/api/v1/labels", undefined, { authorization: `Bearer ${secrets.wrongKey}` })).status]).toEqual([
      201, 401,
    ]);

    // What the API refuses, in each of its ways, and what breaks inside it.
    await asOwner(world, `ALTER TABLE labels ADD CONSTRAINT no_breaks CHECK (name <> '${text("breaks")}')`);
    expect((await ask("POST", "/api/v1/labels", { name: text("breaks"), color: "#112233" })).status).toBe(500);
    const refusals = [
      await ask("POST", "/api/v1/labels", { name: "", color: text("field") }),
      await ask("POST", "/api/v1/labels", `{"name": "${text("json")}`),
      await ask("GET", `/api/v1/conversations?status=${text("field")}`),
      await ask("GET", `/api/v1/conversations?cursor=${text("field")}`),
      await ask("POST", `/api/v1/conversations/${conversation.id}/messages`, { content: { kind: text("field"), text: text("field") } }),
      await ask("PATCH", `/api/v1/channel-accounts/${connected.body.id}`, { credentials: { accessToken: secrets.accessToken, appSecret: 5 } }),
      await ask("POST", "/api/v1/setup", {
        token: secrets.wrongKey,
        name: "A",
        email: "a@example.com",
        password: secrets.password,
        workspaceName: "W",
      }),
    ];
    expect(refusals.filter(({ status }) => status < 400)).toEqual([]);

    // Nothing is under way any more when the search begins.
    await Promise.all([gateway.stop(), worker.stop()]);
    const all = { ...secrets, ...texts, invitation: token, apiKey: key.value.key, secondKey: String(made.body.key) };
    const kept = [
      ...quarantined,
      ...(await world.database.ingest.query("SELECT reason FROM webhook_events UNION SELECT reason FROM webhook_items")).rows,
    ];
    const reasons = kept.map((row: { reason: string | null }) => row.reason ?? "");
    const jobLines = await jobs.lines();
    const counts = { gateway: gateway.lines.length, worker: worker.lines.length, jobs: jobLines.length, problems: problems.length };
    expect(Math.min(counts.gateway, counts.worker / 5, counts.jobs / 10, counts.problems / 10), JSON.stringify(counts)).toBeGreaterThan(1);
    expect(jobLines.some((line) => line.includes("message.deliver"))).toBe(true);
    expect(graph.posts).toEqual(expect.arrayContaining([text("rejected"), text("lost")]));
    expect({
      logs: search([...gateway.lines, ...worker.lines], all),
      jobs: search(jobLines, all),
      reasons: search(reasons, all),
      problems: search(problems, all),
      addresses: search(graph.addresses, all),
      database: search(await everyRow(world), { ...secrets, invitation: token, apiKey: key.value.key, secondKey: String(made.body.key) }),
    }).toEqual({ logs: [], jobs: [], reasons: [], problems: [], addresses: [], database: [] });
    // The search can find: what is meant to be kept is there.
    expect(search(await everyRow(world), { stored: text("stored"), note: text("note") }).length).toBeGreaterThan(1);
  });
});

let mids = 0;
const page = (message: Record<string, unknown>) => ({
  object: "page",
  entry: [
    {
      id: "330001",
      time: 1,
      messaging: [{ sender: { id: "7001" }, recipient: { id: "330001" }, timestamp: Date.now(), message: { mid: `m_${mids++}`, ...message } }],
    },
  ],
});

/** Where a canary was found, plain or as hex or base64: the canary's name and what stands around it. */
function search(lines: readonly string[], canaries: Record<string, string>): string[] {
  const forms = Object.entries(canaries).flatMap(([name, value]) => {
    const bytes = Buffer.from(value);
    return [value, bytes.toString("hex"), bytes.toString("base64").slice(0, -4)].map((form) => ({ name, form }));
  });
  return lines.flatMap((line) => forms.filter(({ form }) => line.includes(form)).map(({ name, form }) => `${name}: ${around(line, form)}`));
}

const around = (line: string, form: string) => {
  const at = line.indexOf(form);
  return line.slice(Math.max(0, at - 120), at + form.length + 40);
};

async function asOwner(world: World, ...statements: string[]): Promise<void> {
  const client = await world.database.ingest.connect();
  try {
    await client.query("SET ROLE NONE");
    for (const statement of statements) await client.query(statement);
  } finally {
    // The connection is not given back: it is no longer of the role it was opened for.
    client.release(true);
  }
}

/** Every row of every table of the product, as text. */
async function everyRow(world: World): Promise<string[]> {
  const client = await world.database.ingest.connect();
  try {
    await client.query("SET ROLE NONE");
    const { rows: tables } = await client.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`SELECT '${name} ' || to_jsonb(t)::text AS line FROM "${name}" t`);
      found.push(...rows.map((row) => row.line));
    }
    return found;
  } finally {
    client.release(true);
  }
}

type Recorder = { lines(): Promise<string[]>; close(): Promise<void> };

/** Every row that is ever written into the job library's tables, and every notification between processes. */
async function recordRows(world: World): Promise<Recorder> {
  const listener = await world.database.ingest.connect();
  const heard: string[] = [];
  listener.on("notification", (message) => heard.push(`news ${message.payload}`));
  await listener.query("LISTEN onethread_news");
  // The library makes its tables when it first starts: done here before the apps do, so that none of its rows is missed.
  const opened = await openContext({
    databaseUrl: world.url,
    encryptionKeys: [randomBytes(32).toString("hex")],
    hosts: { facebook: "http://127.0.0.1:9", instagram: "http://127.0.0.1:9" },
    meta: world.context.meta,
    publicUrl: "http://127.0.0.1:9",
    media: { folder: os.tmpdir() },
    log: world.context.log,
  });
  await opened.close();
  await asOwner(
    world,
    "CREATE SCHEMA recorded",
    "CREATE TABLE recorded.rows (line text)",
    `CREATE FUNCTION recorded.keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO recorded.rows VALUES (TG_TABLE_NAME || '' '' || to_jsonb(NEW)::text); RETURN NEW; END'`,
    `DO 'DECLARE name text; BEGIN FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = ''bullmq'' LOOP
       EXECUTE format(''CREATE TRIGGER keep AFTER INSERT OR UPDATE ON bullmq.%I FOR EACH ROW EXECUTE FUNCTION recorded.keep()'', name); END LOOP; END'`,
  );
  return {
    lines: async () => {
      const client = await world.database.ingest.connect();
      await client.query("SET ROLE NONE");
      const { rows } = await client.query("SELECT line FROM recorded.rows");
      client.release(true);
      return [...rows.map((row) => row.line), ...heard];
    },
    close: async () => listener.release(true),
  };
}

/** Every command anybody gives to Redis: jobs and news alike. */
async function monitorRedis(url: string): Promise<Recorder> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.write("MONITOR\r\n");
  await until("the path comes to this", async () => chunks.length > 0);
  return {
    lines: async () => Buffer.concat(chunks).toString("utf8").split("\r\n"),
    close: async () => void socket.destroy(),
  };
}

/** The platform: answers each message as told, or (null) breaks the connection. */
async function openGraph(answerTo: (said: string) => object | null) {
  const posts: string[] = [];
  const addresses: string[] = [];
  const server = createServer((request, response) => {
    addresses.push(request.url ?? "");
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const said: string = request.method === "POST" ? JSON.parse(Buffer.concat(chunks).toString("utf8")).message.text : "a question";
      if (request.method === "POST") posts.push(said);
      const answer = answerTo(said);
      if (answer === null) request.socket.destroy();
      else response.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    addresses,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
