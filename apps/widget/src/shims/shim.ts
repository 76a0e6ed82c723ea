import { type LoadOptions, loadOnethread, type Traits } from "@onethread/widget";

const script = document.currentScript as HTMLScriptElement;
const from = new URL(script.src);

/** Puts the chat of the line's key on the page; the line is as another chat had it, but for its address. */
export const start = (options: Partial<LoadOptions>) =>
  loadOnethread({
    host: from.origin,
    key: from.searchParams.get("key") ?? "",
    ...(script.nonce ? { nonce: script.nonce } : {}),
    ...options,
  });

const said = new Set<string>();

/** What can't be carried over is said once, for whoever looks why nothing happens. */
export function missing(call: string, why = "has no counterpart here"): void {
  if (said.has(call)) return;
  said.add(call);
  // biome-ignore lint/suspicious/noConsole: the page's own developer is who is to read it
  console.warn(`Onethread: ${call} ${why}.`);
}

/** Plain values, and none that prove something to somebody else. */
export const plain = (from: object = {}): Traits =>
  Object.fromEntries(
    Object.entries(from).filter(
      ([name, value]) => (value === null || ["string", "number", "boolean"].includes(typeof value)) && !/hash|jwt|^app_id$/.test(name),
    ),
  );
