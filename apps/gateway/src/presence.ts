import { randomUUID } from "node:crypto";
import { type PresenceBeat, type PresenceRoom, type Present, presenceBoard, presenceTimes } from "@onethread/core";
import type { News, Realtime } from "@onethread/realtime";

/** How often silence is looked for. Milliseconds. */
const lookEveryMs = 1000;
const nobody = "00000000-0000-0000-0000-000000000000";

export type Presence = {
  /** A screen that speaks through this process: remembered here, and told to the other processes. */
  say(beat: Omit<PresenceBeat, "leftMs">): Promise<void>;
  /** What another process tells. */
  hear(news: News): void;
  /** This process knows nothing, or may have missed something: the others tell again. */
  ask(): Promise<void>;
  at(room: PresenceRoom): Present[];
  rooms(workspaceId: string): { conversationId: string; people: Present[] }[];
  /** Called when others see a conversation differently from now on. One listener. */
  onChange(listener: (room: PresenceRoom, people: Present[]) => void): void;
  close(): void;
};

type Own = PresenceBeat & { until: number };

/**
 * Who is at which conversation, in this process' memory: nothing is written down. Every process hears every beat and
 * forgets by itself who fell silent, so that all come to the same within 25 seconds whatever was lost; one that begins asks.
 */
export function openPresence({ publish, now = Date.now }: { publish: Realtime["publish"]; now?: () => number }): Presence {
  const board = presenceBoard();
  const from = randomUUID();
  /** Screens that spoke through this process: what it answers for. */
  const own = new Map<string, Own>();
  let changed: (room: PresenceRoom, people: Present[]) => void = () => {};
  const tell = ({ workspaceId, conversationId }: PresenceRoom) => changed({ workspaceId, conversationId }, board.at({ workspaceId, conversationId }));
  const take = (beat: PresenceBeat) => {
    if (board.hear(beat, now())) tell(beat);
  };
  const timer = setInterval(() => {
    for (const room of board.expire(now())) tell(room);
    for (const [key, { until }] of own) if (until <= now()) own.delete(key);
  }, lookEveryMs);
  timer.unref();

  return {
    say: async (said) => {
      const beat = { ...said, leftMs: presenceTimes.lastsMs };
      const key = `${beat.conversationId} ${beat.agentId} ${beat.device}`;
      if (beat.mode === "gone") own.delete(key);
      else own.set(key, { ...beat, until: now() + beat.leftMs });
      take(beat);
      await publish([newsOf(beat, from)]);
    },
    hear: ({ workspaceId, ids, conversationId, beat }) => {
      if (!beat) {
        const told = [...own.values()].map((one) => newsOf({ ...one, leftMs: one.until - now() }, from));
        if (told.length > 0) void publish(told);
        return;
      }
      const agentId = ids[0];
      // What was said here is known, and may be old by now.
      if (beat.from === from || agentId === undefined || conversationId === undefined) return;
      take({ workspaceId, conversationId, agentId, device: beat.device, mode: beat.mode, leftMs: beat.leftMs });
    },
    ask: () => publish([{ workspaceId: nobody, kind: "presence", ids: [] }]),
    at: board.at,
    rooms: board.rooms,
    onChange: (listener) => {
      changed = listener;
    },
    close: () => clearInterval(timer),
  };
}

const newsOf = ({ workspaceId, conversationId, agentId, device, mode, leftMs }: PresenceBeat, from: string): News => ({
  workspaceId,
  kind: "presence",
  ids: [agentId],
  conversationId,
  beat: { device, mode, leftMs, from },
});
