import type { Instance } from "../instance.ts";
import type { Reply } from "./replies.ts";

type Watched = { status: string | null; seen: Set<string>; finalAt: number | null };

/** Looks at the states of replies all the time: what they were on the way, and when they came to rest. */
export type Watch = { of(reply: Reply): Watched; look(): Promise<void>; stop(): Promise<void> };

const passing = new Set([null, "queued", "sending"]);

export function watchReplies({ owner }: Instance, replies: readonly Reply[]): Watch {
  const known = new Map<string, Watched>();
  let stopped = false;
  const of = (reply: Reply): Watched => {
    const one = known.get(reply.uuid) ?? { status: null, seen: new Set(), finalAt: null };
    known.set(reply.uuid, one);
    return one;
  };
  const look = async () => {
    const ids = replies.map((reply) => reply.uuid);
    const { rows } = await owner.query<{ id: string; status: string }>("SELECT id, delivery_status AS status FROM items WHERE id = ANY($1::uuid[])", [
      ids,
    ]);
    const byId = new Map(rows.map((row) => [row.id, row.status]));
    for (const reply of replies) {
      const one = of(reply);
      one.status = byId.get(reply.uuid) ?? null;
      if (one.status) one.seen.add(one.status);
      if (passing.has(one.status)) one.finalAt = null;
      else one.finalAt ??= Date.now();
    }
  };
  const loop = async () => {
    while (!stopped) {
      await look().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const looping = loop();
  return {
    of,
    look,
    stop: async () => {
      stopped = true;
      await looping;
    },
  };
}
