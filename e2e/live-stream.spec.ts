import { expect, request } from "@playwright/test";
import { api, type Demo, readDemo } from "./demo.ts";
import { test } from "./desk-test.ts";
import { postWebhook } from "./people.ts";

/**
 * The live stream through the console's proxy, held for longer than proxies like to hold anything: a minute. It must
 * come through unbuffered, beat at least every 16 s, and carry news of a webhook within a second, late in its life too.
 */
const demo = readDemo();
const heldMs = 60_000;
const lateMs = 50_000;

type Part = { at: number; event: string | null; data: { conversationId?: string } | null };

test("the live stream passes the console's proxy for a minute: beats, and news within a second", async () => {
  test.setTimeout(120_000);
  const person = String(Date.now());
  await write(person, "The first message");
  const conversationId = await expectConversation(person);

  const abort = new AbortController();
  const response = await fetch(`${demo.consoleUrl}/live`, { headers: { cookie: await sessionCookie() }, signal: abort.signal });
  expect([response.status, response.headers.get("content-type")?.split(";")[0]]).toEqual([200, "text/event-stream"]);
  const parts: Part[] = [];
  const reading = read(response, parts);

  await expect.poll(() => parts[0]?.event).toBe("resync");
  const opened = parts[0]?.at ?? 0;
  await waitUntil(opened + lateMs);
  const sent = Date.now();
  await write(person, "A message in the fiftieth second");
  await expect.poll(() => parts.some((part) => part.at >= sent && part.data?.conversationId === conversationId)).toBe(true);
  await waitUntil(opened + heldMs + 1000);

  const news = parts.find((part) => part.at >= sent && part.event === "changed" && part.data?.conversationId === conversationId);
  expect((news?.at ?? Number.POSITIVE_INFINITY) - sent).toBeLessThan(1000);
  // From the first thing that came to now: the beats alone, news don't count.
  const beats = [opened, ...parts.filter((part) => part.event === null).map((part) => part.at), Date.now()];
  const gaps = beats.slice(1).map((at, index) => at - (beats[index] ?? at));
  expect(gaps.length).toBeGreaterThan(3);
  expect(Math.max(...gaps), `milliseconds between beats: ${gaps.join(", ")}`).toBeLessThanOrEqual(16_000);
  // One stream all the time: nothing had to begin anew.
  expect(parts.filter((part) => part.event === "resync")).toHaveLength(1);
  abort.abort();
  await reading;
});

/** Signs in as the console does, and gives what the browser would send along. */
async function sessionCookie(): Promise<string> {
  const context = await request.newContext({ extraHTTPHeaders: { origin: demo.consoleUrl } });
  const answer = await context.post(`${demo.consoleUrl}/api/auth/sign-in/email`, { data: { email: demo.email, password: demo.password } });
  expect(answer.status()).toBe(200);
  const { cookies } = await context.storageState();
  await context.dispose();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Takes the stream apart as it comes, until it is cut. A comment (a heartbeat) has no event. */
async function read(response: Response, parts: Part[]): Promise<void> {
  let rest = "";
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true });
      const whole = rest.split("\n\n");
      rest = whole.pop() ?? "";
      for (const part of whole) {
        const data = /^data: ?(.*)$/m.exec(part)?.[1];
        parts.push({ at: Date.now(), event: /^event: ?(.*)$/m.exec(part)?.[1] ?? null, data: data ? JSON.parse(data) : null });
      }
    }
  } catch (error) {
    if ((error as Error).name !== "AbortError") throw error;
  }
}

/** A customer's message as the platform sends it, through the same proxy. */
async function write(person: string, text: string): Promise<void> {
  const page = accountOf(demo);
  const message = { mid: `m_${person}_${text.length}`, text };
  const body = JSON.stringify({
    object: "page",
    entry: [{ id: page, time: Date.now(), messaging: [{ sender: { id: person }, recipient: { id: page }, timestamp: Date.now(), message }] }],
  });
  await postWebhook(demo, body);
}

function accountOf({ channelAccounts }: Demo): string {
  return channelAccounts.find(({ channel }) => channel === "messenger")?.externalId ?? "";
}

async function expectConversation(person: string): Promise<string> {
  const find = async () => (await api<{ data: { conversationId: string }[] }>(demo, "GET", `/api/v1/customers?identity=psid:${person}`)).data[0];
  await expect.poll(async () => (await find())?.conversationId).toBeTruthy();
  return (await find())?.conversationId ?? "";
}

const waitUntil = (at: number) => new Promise((resolve) => setTimeout(resolve, at - Date.now()));
