import { Refused } from "./client.ts";
import type { Entry, Held } from "./held.ts";
import type { VisitorMessage } from "./model.ts";
import { stillOutgoing } from "./place-messages.ts";
import { store } from "./store.ts";
import { waitForLine } from "./wait-for-line.ts";

type Ways = {
  held: Held;
  send: (body: unknown) => Promise<unknown>;
  refusalText: (error: unknown) => string;
  onSent: () => void;
  onOffline: () => void;
};

/**
 * What is written and not known to be stored. It goes out in the order it was written in; without a line it waits for one, and
 * the same id makes the same message however often it is tried.
 */
export function openOutbox({ held, send, refusalText, onSent, onOffline }: Ways) {
  const outgoing = store<readonly Entry[]>(held.get().outbox);
  outgoing.subscribe(() => held.set({ outbox: outgoing.get() }));
  let queue: Promise<unknown> = Promise.resolve();
  const find = (clientId: string) => outgoing.get().find((one) => one.clientId === clientId);
  const change = (clientId: string, problem: string | null) =>
    outgoing.set(outgoing.get().map((one) => (one.clientId === clientId ? { ...one, problem } : one)));

  async function post(clientId: string): Promise<void> {
    for (let tries = 0; ; tries++) {
      const entry = find(clientId);
      if (!entry) return;
      try {
        await send(entry.body);
        return onSent();
      } catch (error) {
        // Nobody was there to refuse it: it waits. What is refused is for the visitor to see.
        if (!(error instanceof Refused) || (error.status !== 0 && error.status !== 503)) return change(clientId, refusalText(error));
        onOffline();
        await waitForLine(tries);
      }
    }
  }

  const push = (clientId: string): void => {
    queue = queue.then(() => post(clientId));
  };
  for (const { clientId, problem } of outgoing.get()) if (problem === null) push(clientId);

  return {
    outgoing,
    add(entry: Entry): void {
      outgoing.set([...outgoing.get(), entry]);
      push(entry.clientId);
    },
    retry(clientId: string): void {
      change(clientId, null);
      push(clientId);
    },
    settle: (known: readonly VisitorMessage[]) => {
      const still = new Set(stillOutgoing(outgoing.get(), known).map(({ clientId }) => clientId));
      if (still.size < outgoing.get().length) outgoing.set(outgoing.get().filter(({ clientId }) => still.has(clientId)));
    },
    clear: () => outgoing.set([]),
  };
}
