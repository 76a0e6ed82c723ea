"use client";
import { type LoadOptions, loadOnethread, type Onethread, onethread } from "@onethread/widget";
import { useEffect, useRef, useSyncExternalStore } from "react";

export type { Events, Onethread, Scheme, Signed, Traits, Unverified, View } from "@onethread/widget";

/** As `loadOnethread`, but for `key`, which React keeps for itself. */
export type WidgetProps = Omit<LoadOptions, "key"> & { widgetKey: string };

/**
 * The chat, for as long as this is mounted; it renders nothing. A new `locale`, `scheme`, `page` or `user` is told to the chat
 * that is there; no `user` after there was one signs out. Anything else that changes puts the chat on the page anew.
 */
export function Widget({ widgetKey, ...options }: WidgetProps): null {
  const { locale, scheme, user, page, ...others } = options;
  const now = useRef(options);
  now.current = options;
  const look = JSON.stringify([locale, scheme]);
  const place = JSON.stringify(page);
  // Of a function it is not known whose token it fetches.
  const who = JSON.stringify(user, (_, value: unknown) => (typeof value === "function" ? "signed" : value));
  const rest = JSON.stringify([widgetKey, others]);
  const told = useRef({ look, place, who });
  // biome-ignore lint/correctness/useExhaustiveDependencies: by their content, whichever objects hold it
  useEffect(() => {
    told.current = { look, place, who };
    watchUnread();
    loadOnethread({ ...now.current, key: widgetKey });
    return () => {
      onethread.destroy();
      setUnread(0);
    };
  }, [rest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: by their content, whichever objects hold it
  useEffect(() => {
    const before = told.current;
    told.current = { look, place, who };
    if (before.look !== look) onethread.update({ ...(locale ? { locale } : {}), ...(scheme ? { scheme } : {}) }).catch(reportError);
    if (before.place !== place) onethread.page(page);
    if (before.who !== who) (user ? onethread.identify(user) : onethread.shutdown()).catch(reportError);
  }, [look, place, who]);
  return null;
}

/** The chat of this page, the same in every component; it can be spoken to before it is loaded. */
export const useWidget = (): Onethread => onethread;

/** How many messages the visitor has not read. */
export const useUnread = (): number => useSyncExternalStore(subscribe, () => unread, none);

let unread = 0;
let watching = false;
const waiting = new Set<() => void>();
const none = () => 0;

function setUnread(count: number): void {
  unread = count;
  for (const changed of waiting) changed();
}

/** From the first chat on, so that who asks later knows as well. */
function watchUnread(): void {
  if (watching) return;
  watching = true;
  onethread.on("unread", ({ count }) => setUnread(count));
}

function subscribe(changed: () => void): () => void {
  waiting.add(changed);
  return () => void waiting.delete(changed);
}
