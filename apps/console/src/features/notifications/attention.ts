import type { Attention } from "@onethread/core";
import { openConversationIn } from "../inbox/inbox-path.ts";
import { heldLocks, holdLock } from "./hold-lock.ts";

const prefix = "onethread-attention/";

/** The lock of a tab that has the focus. */
const lockOf = (pathname: string): string => prefix + (openConversationIn(pathname) ?? "none");

/**
 * Lets the other tabs know while this one has the focus, and what is open in it: by a lock, which goes with the tab even
 * when it crashes.
 */
export function shareAttention(pathname: string, signal: AbortSignal): void {
  let looking: AbortController | undefined;
  const look = () => {
    const looks = document.hasFocus();
    if (looks === (looking !== undefined)) return;
    looking?.abort();
    looking = looks ? new AbortController() : undefined;
    if (looking) holdLock(lockOf(pathname), looking.signal, () => {}, "shared");
  };
  look();
  window.addEventListener("focus", look, { signal });
  window.addEventListener("blur", look, { signal });
  signal.addEventListener("abort", () => looking?.abort());
}

/** Where the agent looks in this browser now. */
export async function attentionTo(conversationId: string): Promise<Attention> {
  const held = await heldLocks();
  const seen = held ?? (document.hasFocus() ? [lockOf(window.location.pathname)] : []);
  return { focused: seen.some((name) => name.startsWith(prefix)), open: seen.includes(prefix + conversationId), now: Date.now() };
}
