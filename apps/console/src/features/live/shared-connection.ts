import { holdLiveConnection } from "./live-connection.ts";
import type { LiveSignal } from "./news.ts";

/** Where the tab that has the stream tells the others what it says; and the lock it has it by. */
export const liveChannel = "onethread-live";

/**
 * One stream per browser: the tab that holds the lock has it and tells the others; when it closes, another takes over.
 * Where locks are missing (plain http on another host), each tab has its own.
 */
export function joinLiveConnection(listen: (signal: LiveSignal) => void, signal: AbortSignal): void {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks || typeof BroadcastChannel === "undefined") {
    holdLiveConnection(listen, signal);
    return;
  }
  const channel = new BroadcastChannel(liveChannel);
  let lastState: LiveSignal | undefined;
  channel.addEventListener("message", (event: MessageEvent<LiveSignal | { type: "hello" }>) => {
    if (event.data.type !== "hello") listen(event.data);
    else if (lastState) channel.postMessage(lastState);
  });
  channel.postMessage({ type: "hello" });
  signal.addEventListener("abort", () => channel.close());

  const lead = () => {
    const tell = (news: LiveSignal) => {
      if (news.type === "state") lastState = news;
      listen(news);
      if (!signal.aborted) channel.postMessage(news);
    };
    holdLiveConnection(tell, signal);
    return new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  };
  locks.request(liveChannel, { signal }, lead).catch((error: unknown) => {
    // Leaving the page while waiting for the lock aborts the request; anything else means no lock, so connect alone.
    if (!signal.aborted && !(error instanceof DOMException && error.name === "AbortError")) holdLiveConnection(listen, signal);
  });
}
