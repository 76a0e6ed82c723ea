import type { Page } from "@playwright/test";
import { firstLoad, totalBytes } from "../e2e/first-load.ts";
import { sleep } from "../packages/testing/src/until.ts";
import { say } from "../scripts/instance/say.ts";
import { type Desk, longest, openInbox, people, withDesk } from "./console/desk.ts";
import { framesWhileScrolling, installProbe, takeNotes, untilShown } from "./console/probe.ts";
import { median, percentile } from "./load.ts";
import type { Result } from "./result.ts";
import { untilCalm } from "./until-calm.ts";

const rows = "[data-testid=conversation-row]";
const timelineOf = (id: string) => `[data-testid=timeline][data-conversation="${id}"] [data-testid=timeline-item]`;
const rounds = 3;
/** Of the list, in CSS pixels. */
const rowHeight = 64;
/** Conversations an agent opens in half an hour, four a minute: eight hours make 1,920. */
const halfAnHour = 120;
const betweenThem = 15_000;

/** The console in a browser beside the whole installation, all on this machine. Aims: what agents of the quickest desks are used to. */
export const consolePart = (): Promise<Result[]> =>
  withDesk(async (desk) => [
    await load(desk),
    ...(await switching(desk)),
    ...(await longConversation(desk)),
    ...(await underLoad(desk)),
    await heap(desk),
  ]);

const most = (value: number) => ({ at: "most" as const, value });
const spread = (what: string, percent: number, measured: readonly number[][], aim: number, note: string): Result => {
  const each = measured.map((values) => percentile(values, percent));
  return { what, kind: "time", unit: "ms", value: median(each), rounds: each, goal: most(aim), note };
};

async function load(desk: Desk): Promise<Result> {
  const page = await openInbox(desk);
  const fresh = await page.context().newPage();
  const scripts = await firstLoad(fresh, `${desk.demo.consoleUrl}/inbox/all`, rows);
  await page.context().close();
  return {
    what: "scripts until the inbox stands, gzip",
    kind: "bytes",
    unit: "kB",
    value: totalBytes(scripts) / 1000,
    rounds: [],
    goal: most(345),
    note: `${scripts.length} files`,
  };
}

/** Opens a conversation that is not open. Answers how long it took until its items were painted. */
async function open(page: Page, id: string, press: () => Promise<unknown>): Promise<number> {
  const [time] = await Promise.all([untilShown(page, timelineOf(id)), press()]);
  return time;
}
const step = (page: Page, key: string, id: string) => open(page, id, () => page.keyboard.press(key));

async function switching(desk: Desk): Promise<Result[]> {
  const page = await openInbox(desk, installProbe);
  // Filling it has left work behind: indexes, statistics, news.
  if (!(await untilCalm())) say("      The machine has not come to rest: times are those of a busy one.");
  const order = await page
    .locator(rows)
    .evaluateAll((elements: { getAttribute(name: string): string | null }[]) =>
      elements.map((one) => one.getAttribute("data-conversation-id") ?? ""),
    );
  const known = order.slice(0, 8);
  const [first = ""] = known;
  await open(page, first, () => page.locator(`[data-conversation-id="${first}"]`).click());
  // Once through all of them, with a look at each, so that they are known.
  for (const id of known.slice(1)) {
    await sleep(1000);
    await step(page, "j", id);
  }
  await sleep(1000);
  const cached: number[][] = [];
  const keys: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    await takeNotes(page);
    const times: number[] = [];
    for (const id of known.toReversed().slice(1)) times.push(await step(page, "k", id));
    for (const id of known.slice(1)) times.push(await step(page, "j", id));
    cached.push(times);
    keys.push((await takeNotes(page)).interactions);
  }
  const uncached = await intoTheUnknown(page);
  const afterwards = await afterReload(desk, page);
  await page.context().close();
  return [
    spread("key to paint, p95", 95, keys, 50, "J and K over open conversations; Event Timing, grain 8 ms"),
    spread("to a conversation that was open before, p75", 75, cached, 50, `${known.length} conversations, by J and K`),
    spread("to a conversation that is not known yet, p75", 75, uncached, 150, "by a click, every fourth of the list"),
    spread("to the first one after a reload, p75", 75, afterwards, 300, "by a click; the browser has compiled nothing of it yet"),
  ];
}

/** Down the list by clicks, past what is fetched ahead: nothing of what is opened is known but its row. */
async function intoTheUnknown(page: Page): Promise<number[][]> {
  await page.reload();
  await page.locator(rows).first().waitFor();
  const list = await page.getByTestId("row-list").boundingBox();
  if (!list) throw new Error("There is no list.");
  const [x, y] = [list.x + list.width / 2, list.y + list.height / 2];
  await page.mouse.move(x, y);
  const underPointer = (): Promise<string | undefined> =>
    page.evaluate(`document.elementFromPoint(${x}, ${y})?.closest("[data-conversation-id]")?.dataset.conversationId`);
  const times: number[] = [];
  for (let i = 0; i < 10 * rounds; i++) {
    // What the one before still has to do is done, and the list stands.
    await sleep(1000);
    const id = await underPointer();
    if (!id) throw new Error("The list has come to its end.");
    times.push(await open(page, id, () => page.mouse.click(x, y)));
    await page.mouse.wheel(0, 4 * rowHeight);
  }
  return Array.from({ length: rounds }, (_, round) => times.slice(10 * round, 10 * (round + 1)));
}

/** The first conversation of a page that has just been loaded. */
async function afterReload(desk: Desk, page: Page): Promise<number[][]> {
  const measured: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    const times: number[] = [];
    for (let i = 0; i < 10; i++) {
      await page.goto(`${desk.demo.consoleUrl}/inbox/all`);
      const row = page.locator(rows).nth(9);
      await row.waitFor();
      await page.waitForLoadState("networkidle");
      const id = (await row.getAttribute("data-conversation-id")) ?? "";
      times.push(await open(page, id, () => row.click()));
    }
    measured.push(times);
  }
  return measured;
}

async function longConversation(desk: Desk): Promise<Result[]> {
  const page = await openInbox(desk, installProbe);
  const opened: number[] = [];
  const frames: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.goto(`${desk.demo.consoleUrl}/inbox/all`);
    await page.locator(rows).first().waitFor();
    await page.waitForLoadState("networkidle");
    const row = page.locator(`[data-conversation-id="${desk.longId}"]`);
    await page.getByTestId("row-list").hover();
    while (!(await row.count())) await page.mouse.wheel(0, 600);
    opened.push(await open(page, desk.longId, () => row.click()));
    await page.waitForLoadState("networkidle");
    frames.push(...(await framesWhileScrolling(page, "[data-testid=timeline] [data-scroller]", 40, 240)));
  }
  const elements = await page.locator("[data-testid=timeline-item]").count();
  await page.context().close();
  const late = frames.filter((time) => time > 25).length;
  return [
    spread(
      `opening a conversation of ${longest.toLocaleString("en")} messages`,
      50,
      opened.map((one) => [one]),
      300,
      "",
    ),
    {
      what: "of its frames while scrolling 40 px each, later than 25 ms",
      kind: "time",
      unit: "%",
      value: (100 * late) / frames.length,
      rounds: [],
      goal: most(5),
      note: `${frames.length} frames, median ${median(frames).toFixed(1)} ms, p99 ${percentile(frames, 99).toFixed(1)} ms; without a graphics card`,
    },
    { what: "messages of it in the page at once", kind: "count", unit: "", value: elements, rounds: [], goal: most(80), note: "" },
  ];
}

/** An agent works while messages come in: opens, reads, writes. */
async function underLoad(desk: Desk): Promise<Result[]> {
  const page = await openInbox(desk, installProbe);
  await page.locator(rows).first().click();
  await page.getByTestId("composer-input").waitFor();
  const arriving = desk.arrive(50);
  const notes: { interactions: number[]; longTasks: number[] }[] = [];
  for (let round = 0; round < rounds; round++) {
    await takeNotes(page);
    for (let i = 0; i < 10; i++) {
      await page.locator("body").press("j");
      await page.waitForTimeout(400);
      await page.keyboard.press("r");
      await page.keyboard.type("I will look it up.", { delay: 30 });
      await page.keyboard.press("Escape");
      await page.waitForTimeout(200);
    }
    notes.push(await takeNotes(page));
  }
  const sent = await arriving.stop();
  await page.context().close();
  const longTasks = notes.flatMap((one) => one.longTasks);
  return [
    spread(
      "interactions while 50 messages a second arrive, p75",
      75,
      notes.map((one) => one.interactions),
      100,
      `${notes.flatMap((one) => one.interactions).length} keys, ${sent} messages`,
    ),
    {
      what: "longest task meanwhile",
      kind: "time",
      unit: "ms",
      value: Math.max(0, ...longTasks),
      rounds: [],
      goal: most(100),
      note: `${longTasks.length} over 50 ms, ${longTasks.filter((time) => time > 100).length} over 100 ms`,
    },
  ];
}

/**
 * What half an hour of work leaves in the browser's memory, after a first quarter that fills what is kept on purpose. The
 * page's clock goes as fast as the work does, so that what is let go of after ten minutes is.
 */
async function heap(desk: Desk): Promise<Result> {
  const page = await openInbox(desk, (fresh) => fresh.clock.install());
  await page.locator(rows).first().click();
  await page.getByTestId("composer-input").waitFor();
  const session = await page.context().newCDPSession(page);
  const used = async () => {
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize / 2 ** 20;
  };
  const work = async (conversations: number) => {
    for (let i = 0; i < conversations; i++) {
      const key = Math.floor(i / 20) % 2 === 0 ? "j" : "k";
      await page.locator("body").press(key);
      await page.locator("[data-testid=timeline] [data-testid=timeline-item]").first().waitFor();
      await page.clock.fastForward(betweenThem);
    }
  };
  const arriving = desk.arrive(20);
  await work(halfAnHour / 2);
  const before = await used();
  await work(halfAnHour);
  const after = await used();
  await arriving.stop();
  await page.context().close();
  return {
    what: `growth of the heap over ${halfAnHour} conversations`,
    kind: "ratio",
    unit: "",
    value: after / before,
    rounds: [],
    goal: most(1.2),
    note: `${before.toFixed(1)} to ${after.toFixed(1)} MiB, while messages of ${people} people arrive`,
  };
}
