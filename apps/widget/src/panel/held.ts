import type { Host } from "./host.ts";
import type { Outgoing } from "./place-messages.ts";

/** A message that is not known to be stored, with what is sent of it. */
export type Entry = Outgoing & { body: unknown };
type Holding = { draft: string; outbox: readonly Entry[] };

const nothing: Holding = { draft: "", outbox: [] };

/** What is half written and half sent, kept by the page for the shop's next one. `text`: as it was kept. */
export function openHeld(text: string | null, host: Host) {
  let now = read(text);
  return {
    get: (): Holding => now,
    set(part: Partial<Holding>): void {
      now = { ...now, ...part };
      const empty = now.draft === "" && now.outbox.length === 0;
      host.say({ type: "keep", place: "held", value: empty ? null : JSON.stringify(now) });
    },
  };
}

function read(text: string | null): Holding {
  try {
    return { ...nothing, ...(JSON.parse(text ?? "{}") as Partial<Holding>) };
  } catch {
    return nothing;
  }
}

export type Held = ReturnType<typeof openHeld>;
