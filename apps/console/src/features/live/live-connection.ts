import { reconnectWait } from "@onethread/core";
import { getMe } from "../../api/me.ts";
import { leaveWhenSignedOut } from "../../api/query-client.ts";
import { type LiveSignal, parseNews } from "./news.ts";

/**
 * Holds the stream open until `signal` aborts. Says `resync` after every (re)connect, because news may have been missed.
 * A mere drop is EventSource's own affair: it waits as long as the server told it to.
 */
export function holdLiveConnection(tell: (signal: LiveSignal) => void, signal: AbortSignal): void {
  let source: EventSource | undefined;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    source = new EventSource("/live");
    source.addEventListener("open", () => {
      attempt = 0;
      tell({ type: "state", up: true });
    });
    source.addEventListener("resync", () => tell({ type: "resync" }));
    source.addEventListener("changed", (event: MessageEvent<string>) => {
      const news = parseNews(event.data);
      if (news) tell({ type: "changed", news });
    });
    source.addEventListener("error", () => {
      tell({ type: "state", up: false });
      if (source?.readyState !== EventSource.CLOSED) return;
      // Refused, not dropped: perhaps the session is over. EventSource hides the status, so ask.
      getMe().catch(leaveWhenSignedOut);
      timer = setTimeout(connect, reconnectWait(attempt++, Math.random()));
    });
  };

  connect();
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    source?.close();
  });
}
