import type { Page } from "@playwright/test";

/**
 * What is noted inside the page. Interactions are the browser's own: Event Timing, from the key or press to the next
 * paint (web.dev/articles/inp), 8 ms its grain; those below 16 ms are not told, and count as 16. Frames: the time between
 * two of them while `frames` runs.
 */
const script = `(() => {
  const probe = { interactions: new Map(), presses: 0, longTasks: [], frames: [], at: 0 };
  globalThis.probe = probe;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.interactionId) probe.interactions.set(entry.interactionId, Math.max(probe.interactions.get(entry.interactionId) ?? 0, entry.duration));
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) probe.longTasks.push(entry.duration); }).observe({ type: "longtask" });
  const pressed = (event) => { probe.at = event.timeStamp; probe.presses++; };
  addEventListener("keydown", pressed, { capture: true });
  addEventListener("pointerdown", pressed, { capture: true });
  probe.shown = (selector) => new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - probe.at);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
  probe.watchFrames = (selector, step, count) => new Promise((resolve) => {
    const element = document.querySelector(selector);
    const frames = [];
    let last = performance.now();
    const next = (now) => {
      frames.push(now - last);
      last = now;
      if (frames.length > count) return resolve(frames.slice(1));
      element.scrollTop -= step;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
})()`;

export const installProbe = (page: Page): Promise<unknown> => page.addInitScript(script);

type Probe = {
  interactions: Map<number, number>;
  presses: number;
  longTasks: number[];
  shown(selector: string): Promise<number>;
  watchFrames(selector: string, step: number, count: number): Promise<number[]>;
};
const inPage = "probe";

/** Milliseconds from the last key or press to the first frame after which the selector is there. Asked for before the key: it looks frame by frame. */
export const untilShown = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    ([name, wanted]) => (globalThis as unknown as Record<string, Probe>)[name ?? ""]?.shown(wanted ?? "") as Promise<number>,
    [inPage, selector],
  );

/** Milliseconds between frames while something is scrolled upwards, by `step` px each. */
export const framesWhileScrolling = (page: Page, selector: string, step: number, count: number): Promise<number[]> =>
  page.evaluate(
    ([name, wanted, px, most]) => (globalThis as unknown as Record<string, Probe>)[name]?.watchFrames(wanted, px, most) as Promise<number[]>,
    [inPage, selector, step, count] as const,
  );

/** What was noted since the last time; then begins anew. */
export async function takeNotes(page: Page): Promise<{ interactions: number[]; longTasks: number[] }> {
  return page.evaluate((name) => {
    const probe = (globalThis as unknown as Record<string, Probe>)[name];
    if (!probe) throw new Error("The page has no probe.");
    const slow = [...probe.interactions.values()];
    const interactions = [...slow, ...Array.from({ length: Math.max(0, probe.presses - slow.length) }, () => 16)];
    const longTasks = probe.longTasks;
    probe.interactions.clear();
    probe.presses = 0;
    probe.longTasks = [];
    return { interactions, longTasks };
  }, inPage);
}
