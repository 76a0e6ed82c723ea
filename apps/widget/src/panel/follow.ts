import { Refused } from "./client.ts";
import { readEvents } from "./events.ts";
import type { Session } from "./session.ts";
import { waitForLine } from "./wait-for-line.ts";

/** The desk sends a sign of life every 15 s; a stream that is silent for longer is dead. Milliseconds. */
const silence = 40_000;

type Heard = { onOpen: () => unknown; onEvent: (name: string) => void; onLost: () => void };

/**
 * Holds the visitor's live stream, and takes it up again whenever it breaks, for ever. Nothing is replayed: `onOpen` is the
 * moment to look what was missed. Answers how to let go of it.
 */
export function follow(session: Session, { onOpen, onEvent, onLost }: Heard): () => void {
  const over = new AbortController();
  void (async () => {
    for (let tries = 0; !over.signal.aborted; tries++) {
      const one = new AbortController();
      const stop = () => one.abort();
      over.signal.addEventListener("abort", stop, { once: true });
      let dead = setTimeout(stop, silence);
      const alive = () => {
        clearTimeout(dead);
        dead = setTimeout(stop, silence);
      };
      try {
        const { body } = await session.ask("stream", { signal: one.signal });
        if (!body) throw new Refused(0, "offline", "no stream");
        onOpen();
        tries = 0;
        const beating = body.pipeThrough(
          new TransformStream<Uint8Array, Uint8Array>({
            transform(chunk, controller) {
              alive();
              controller.enqueue(chunk);
            },
          }),
        );
        for await (const { name } of readEvents(beating)) onEvent(name);
      } catch {
        // Whatever it was, it is tried again.
      } finally {
        clearTimeout(dead);
        over.signal.removeEventListener("abort", stop);
      }
      if (over.signal.aborted) break;
      onLost();
      await waitForLine(tries, over.signal);
    }
  })();
  return () => over.abort();
}
