import { readFileSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { chromiumPath } from "../e2e/chromium-path.ts";
import type { Demo } from "../e2e/demo.ts";
import { connectWidget, openShop } from "../e2e/shop.ts";
import { launcher } from "../e2e/widget.ts";
import { withFreshInstance } from "../scripts/instance/fresh-instance.ts";
import { median } from "./load.ts";
import type { Result } from "./result.ts";

const rounds = 9;
/** As a slow phone has it: https://developer.chrome.com/docs/lighthouse (4x). */
const slowdown = 4;

/** What the chat costs the thread that a shop's page runs on, until its launcher stands; its panel is a frame of its own. */
export async function chatOnAPage(): Promise<Result[]> {
  const done = await withFreshInstance(async (demoFile) => {
    const demo = JSON.parse(readFileSync(demoFile, "utf8")) as Demo;
    const widget = await connectWidget(demo, "Measured");
    const shop = await openShop(demo, { key: widget.key, styles: "" });
    await widget.allow([shop.origin]);
    const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ["--no-sandbox", "--disable-gpu"] });
    const [withChat, without, longest]: [number[], number[], number[]] = [[], [], []];
    try {
      // In turns, so that whatever else the machine does is in both.
      for (let round = 0; round < rounds; round++) {
        for (const isThere of [true, false]) {
          const context = await browser.newContext();
          const page = await context.newPage();
          if (!isThere) await page.route(/loader\.js/, (route) => route.abort());
          const { busy, task } = await visit(page, shop.origin, isThere);
          (isThere ? withChat : without).push(busy);
          if (isThere) longest.push(task);
          await context.close();
        }
      }
    } finally {
      await browser.close();
      await shop.close();
    }
    const each = withChat.map((busy, round) => busy - (without[round] ?? 0));
    const note = `processor slowed down ${slowdown} times; ${rounds} page views with and without the chat, in turns`;
    const time = (what: string, values: number[]): Result => ({
      what,
      kind: "time",
      unit: "ms",
      value: median(values),
      rounds: values,
      goal: { at: "most", value: 50 },
      note,
    });
    return {
      value: [
        time("main thread of a shop's page for the chat, until its launcher stands", each),
        time("longest task of that page (what is below 50 ms is not told, and counts as none)", longest),
      ],
    };
  });
  if (!done) throw new Error("The installation did not come up.");
  return done.value;
}

/** Milliseconds: the processor time of the page's thread, and its longest task. */
async function visit(page: Page, url: string, isThere: boolean): Promise<{ busy: number; task: number }> {
  await page.addInitScript(`globalThis.longest = 0;
    new PerformanceObserver((list) => { for (const one of list.getEntries()) longest = Math.max(longest, one.duration); }).observe({ type: "longtask", buffered: true });`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForLoadState("networkidle");
  const { metrics } = await devtools.send("Performance.getMetrics");
  // Asked afterwards: asking is work of the page's, too.
  if ((await launcher(page).isVisible()) !== isThere) throw new Error("The launcher did not stand by then.");
  const busy = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  return { busy: busy * 1000, task: await page.evaluate<number>("longest") };
}
