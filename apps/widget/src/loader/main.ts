import type { BootOptions } from "@onethread/widget";
import type { Served } from "./options.ts";
import { openWidget, type Widget } from "./widget.ts";

/** Set by the desk in the same file when the snippet names its widget. */
declare const ONETHREAD_WIDGET: Served | undefined;
declare global {
  interface Window {
    Onethread?: unknown;
  }
}

type Callback = (detail: unknown) => void;
type Call = [method: string, ...rest: unknown[]];

const served = typeof ONETHREAD_WIDGET === "undefined" ? null : ONETHREAD_WIDGET;
const script = document.currentScript as HTMLScriptElement | null;
const from = script ? new URL(script.src).origin : location.origin;
const listeners = new Map<string, Set<Callback>>();
let widget: Widget | null = null;

function tell(event: string, detail: unknown = {}): void {
  for (const callback of listeners.get(event) ?? []) {
    try {
      callback(detail);
    } catch (error) {
      // A page's own mistake is the page's to see, and nothing here stops for it.
      reportError(error);
    }
  }
}

function on(event: string, callback: Callback): () => void {
  const all = listeners.get(event) ?? new Set();
  listeners.set(event, all.add(callback));
  return () => void all.delete(callback);
}

const whenBody = () => new Promise<unknown>((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }));

const api = {
  version: "1",
  async boot(options: Partial<BootOptions> = {}): Promise<void> {
    const key = options.key ?? served?.key;
    if (!key) throw new Error("Onethread: no key");
    // At once where it can be: `destroy` right after it takes away what it showed.
    if (!document.body) await whenBody();
    widget?.destroy();
    widget = openWidget({ host: from, ...options, key }, served?.key === key ? served : null, tell);
    tell("ready");
  },
  ready: (callback: Callback): unknown => (widget ? callback({}) : on("ready", callback)),
  on,
  destroy(): void {
    widget?.destroy();
    widget = null;
  },
};

/** What only a booted widget can do. */
const later = ["open", "close", "toggle", "show", "hide", "identify", "update", "send", "track", "page", "shutdown"] as const;

type Method = (...rest: unknown[]) => unknown;
const methods = api as unknown as Record<string, Method>;
for (const method of later)
  methods[method] = (...rest) => (widget ? (widget[method] as Method)(...rest) : Promise.reject(new Error(`Onethread: ${method} before boot`)));

function call(method: string, ...rest: unknown[]): unknown {
  const target = methods[method];
  if (!target) throw new Error(`Onethread: no ${method}`);
  return target(...rest);
}

const run = async (one: Call) => call(...one);

const before = window.Onethread as { q?: ArrayLike<unknown>[]; version?: string } | undefined;
// A page that has the snippet twice has one chat.
if (!before?.version) {
  const whole = Object.assign(call, api);
  // Frameworks that swap the body run its scripts again: the line that queues calls would take our place.
  Object.defineProperty(window, "Onethread", { get: () => whole, set() {}, configurable: true });
  const queued = (before?.q ?? []).map((one) => Array.from(one) as Call);
  const boots = queued.some(([method]) => method === "boot");
  void (async () => {
    // `data-wait`: whoever put the script there boots it.
    if (!boots) await (script?.dataset.wait ? new Promise(api.ready) : served && api.boot());
    for (const one of queued) {
      // What one of them waits for, or is refused, holds up none of the others.
      const done = run(one).catch(reportError);
      if (one[0] === "boot") await done;
    }
  })().catch(reportError);
}
