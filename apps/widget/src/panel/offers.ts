import { readSeen } from "../offers/choose-offer.ts";
import type { VisitorMessage } from "./model.ts";
import type { Session } from "./session.ts";
import { store } from "./store.ts";

/** What was longer ago says little of what is written now. Milliseconds. */
const recent = 24 * 3_600_000;

/** The shop's offers that this visitor was shown: told to the desk when they write, and not before. */
export function openOffers(session: Session, now: () => number = Date.now) {
  let seen = readSeen(null);
  const told = new Set<string>();
  /** The offer that was taken, as a message that stands where they write. */
  const taken = store<VisitorMessage | null>(null);
  return {
    taken,
    hear(text: string | null): void {
      seen = readSeen(text);
    },
    take(text: string): void {
      const at = new Date(now()).toISOString();
      const nothing = { cards: [], files: [], replyToId: null, editedAt: null, deletedAt: null, status: null, clientId: null };
      taken.set({ ...nothing, id: "offer", from: "business", author: { kind: "business", name: null }, at, kind: "text", text });
    },
    async tell(): Promise<void> {
      for (const [offer, { at, away, took }] of Object.entries(seen)) {
        const name = took ? "offer_taken" : away ? "offer_dismissed" : "offer_shown";
        // The same from every page is one thing.
        const id = `${name}_${(took ?? away ?? at).toString(36)}_${offer}`.slice(0, 64);
        if (now() - at > recent || told.has(id)) continue;
        await session.ask("events", {
          method: "POST",
          body: { id, kind: "track", name, properties: { offer, shown_at: new Date(at).toISOString() } },
        });
        told.add(id);
      }
    },
    forget(): void {
      seen = readSeen(null);
      told.clear();
      taken.set(null);
    },
  };
}

export type Offers = ReturnType<typeof openOffers>;
