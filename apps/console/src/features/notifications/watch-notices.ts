import type { Notice } from "@onethread/core/api";
import { listNotices, noticesAtOnce } from "../../api/notices.ts";
import { takeUnseen } from "./seen-notices.ts";

/** Under a steady flood it is asked about this often. Milliseconds. */
const pause = 1000;

type Watch = (listener: (conversationIds: readonly string[]) => void) => () => void;

/**
 * Asks what news of conversations means to the agent, and tells what was not told yet. Nothing is asked while nothing is
 * `wanted`. Answers how to stop.
 */
export function watchNotices(watch: Watch, wanted: () => boolean, tell: (notices: Notice[]) => Promise<void>): () => void {
  const waiting = new Set<string>();
  let busy = false;
  let stopped = false;

  const ask = async () => {
    if (busy) return;
    busy = true;
    while (waiting.size > 0 && !stopped) {
      const ids = [...waiting].slice(0, noticesAtOnce);
      for (const id of ids) waiting.delete(id);
      // Whoever can't be reached has no news; the next is asked for when there is some.
      const notices = takeUnseen(await listNotices(ids).catch(() => []));
      if (!stopped) await tell(notices);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    busy = false;
  };
  const stop = watch((ids) => {
    if (!wanted()) return;
    for (const id of ids) waiting.add(id);
    void ask();
  });
  return () => {
    stopped = true;
    stop();
  };
}
