import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumPath } from "../../e2e/chromium-path.ts";
import { api, type Demo, signIn } from "../../e2e/demo.ts";
import { sleep } from "../../packages/testing/src/until.ts";
import { withFreshInstance } from "../../scripts/instance/fresh-instance.ts";
import { personId, post, webhookBody } from "../load.ts";

/** Who wrote once, and who wrote three thousand times. */
export const people = 160;
const talker = people;
export const longest = 3000;

export type Desk = {
  demo: Demo;
  browser: Browser;
  /** The conversation with the most messages. */
  longId: string;
  /** Messages of the many, so many a second, until `stop`. */
  arrive: (perSecond: number) => { stop: () => Promise<number> };
};

/** A new installation with its demo, many conversations and one long one, and a browser. */
export async function withDesk<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
  const done = await withFreshInstance(async (demoFile) => {
    const demo = JSON.parse(readFileSync(demoFile, "utf8")) as Demo;
    const page = demo.channelAccounts.find(({ channel }) => channel === "messenger")?.externalId ?? "";
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    let written = 0;
    const write = (person: number) =>
      post(`${demo.gatewayUrl}/webhooks/meta`, webhookBody(page, person, `m_desk_${written++}`, Date.now()), demo.meta.appSecret, agent);
    const inTurn = async (count: number, person: (index: number) => number) => {
      let next = 0;
      await Promise.all(
        Array.from({ length: 16 }, async () => {
          for (let i = next++; i < count; i = next++) await write(person(i));
        }),
      );
    };
    await inTurn(longest, () => talker);
    await inTurn(people * 4, (index) => index % people);
    const longId = await conversationOf(demo, `m_desk_${longest - 1}`);
    await conversationOf(demo, `m_desk_${written - 1}`);

    const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ["--no-sandbox", "--disable-gpu"] });
    const arrive = (perSecond: number) => {
      const sent: Promise<number>[] = [];
      let at = 0;
      const timer = setInterval(() => void sent.push(write(at++ % people)), 1000 / perSecond);
      return {
        stop: async () => {
          clearInterval(timer);
          return (await Promise.all(sent)).length;
        },
      };
    };
    try {
      return { value: await work({ demo, browser, longId, arrive }) };
    } finally {
      await browser.close();
      agent.destroy();
    }
  });
  if (!done) throw new Error("The installation did not come up.");
  return done.value;
}

async function conversationOf(demo: Demo, externalId: string): Promise<string> {
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(500)) {
    const { data } = await api<{ data: { conversationId: string }[] }>(demo, "GET", `/api/v1/messages?externalId=${externalId}`);
    if (data[0]) return data[0].conversationId;
  }
  throw new Error(`${externalId} of ${personId(talker)} did not arrive.`);
}

/** A page of a signed-in agent, which shows the inbox. */
export async function openInbox(desk: Desk, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Page> {
  const context = await desk.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await prepare(page);
  await signIn(page, desk.demo);
  await page.getByTestId("conversation-row").first().waitFor();
  return page;
}
