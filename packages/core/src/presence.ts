/** What somebody does at a conversation, the weakest first: where several screens of one person differ, the strongest counts. */
export const presenceModes = ["viewing", "note", "typing"] as const;
export type PresenceMode = (typeof presenceModes)[number];

/** A screen says where it is every ten seconds, and is forgotten after 25: two may be lost. Milliseconds. */
export const presenceTimes = { beatMs: 10_000, lastsMs: 25_000 };

export type PresenceBeat = {
  workspaceId: string;
  conversationId: string;
  agentId: string;
  /** One screen of the agent, by a name it made up. */
  device: string;
  mode: PresenceMode | "gone";
  /** For how long it holds from now on. Milliseconds. */
  leftMs: number;
};

export type Present = { agentId: string; mode: PresenceMode; since: Date };
export type PresenceRoom = { workspaceId: string; conversationId: string };

type Entry = PresenceBeat & { mode: PresenceMode; since: number; until: number };

/** Who is where, as far as it was told. Times are those of whoever asks, in milliseconds. */
export type PresenceBoard = {
  /** Takes in what a screen said. Answers whether what others see of that conversation is different now. */
  hear(beat: PresenceBeat, now: number): boolean;
  /** Forgets who has not been heard of. Answers the conversations that look different now. */
  expire(now: number): PresenceRoom[];
  /** Who is at a conversation, by who came first. */
  at(room: PresenceRoom): Present[];
  /** Conversations of a workspace where somebody is. */
  rooms(workspaceId: string): { conversationId: string; people: Present[] }[];
};

export function presenceBoard(): PresenceBoard {
  const workspaces = new Map<string, Map<string, Map<string, Entry>>>();

  function seen({ workspaceId, conversationId }: PresenceRoom): string {
    return at({ workspaceId, conversationId })
      .map(({ agentId, mode }) => `${agentId} ${mode}`)
      .join();
  }

  function drop({ workspaceId, conversationId, agentId, device }: Pick<Entry, "workspaceId" | "conversationId" | "agentId" | "device">): void {
    const rooms = workspaces.get(workspaceId);
    const room = rooms?.get(conversationId);
    room?.delete(`${agentId} ${device}`);
    if (room?.size === 0) rooms?.delete(conversationId);
    if (rooms?.size === 0) workspaces.delete(workspaceId);
  }

  function hear(beat: PresenceBeat, now: number): boolean {
    const { mode, ...who } = beat;
    const before = seen(beat);
    if (mode === "gone" || beat.leftMs <= 0) drop(beat);
    else {
      const rooms = workspaces.get(beat.workspaceId) ?? new Map<string, Map<string, Entry>>();
      workspaces.set(beat.workspaceId, rooms);
      const room = rooms.get(beat.conversationId) ?? new Map<string, Entry>();
      rooms.set(beat.conversationId, room);
      const key = `${beat.agentId} ${beat.device}`;
      room.set(key, { ...who, mode, since: room.get(key)?.since ?? now, until: now + Math.min(beat.leftMs, presenceTimes.lastsMs) });
    }
    return seen(beat) !== before;
  }

  function expire(now: number): PresenceRoom[] {
    const entries = [...workspaces.values()].flatMap((rooms) => [...rooms.values()].flatMap((room) => [...room.values()]));
    const changed = new Map<string, PresenceRoom>();
    for (const entry of entries.filter(({ until }) => until <= now)) {
      const before = seen(entry);
      drop(entry);
      const { workspaceId, conversationId } = entry;
      if (seen(entry) !== before) changed.set(`${workspaceId} ${conversationId}`, { workspaceId, conversationId });
    }
    return [...changed.values()];
  }

  function at({ workspaceId, conversationId }: PresenceRoom): Present[] {
    const people = new Map<string, { mode: PresenceMode; since: number }>();
    for (const { agentId, mode, since } of workspaces.get(workspaceId)?.get(conversationId)?.values() ?? []) {
      const known = people.get(agentId);
      people.set(agentId, { mode: stronger(mode, known?.mode), since: Math.min(since, known?.since ?? since) });
    }
    return [...people]
      .map(([agentId, { mode, since }]) => ({ agentId, mode, since: new Date(since) }))
      .sort((a, b) => a.since.getTime() - b.since.getTime() || (a.agentId < b.agentId ? -1 : 1));
  }

  const rooms = (workspaceId: string) =>
    [...(workspaces.get(workspaceId)?.keys() ?? [])].map((conversationId) => ({ conversationId, people: at({ workspaceId, conversationId }) }));

  return { hear, expire, at, rooms };
}

const stronger = (one: PresenceMode, other: PresenceMode | undefined): PresenceMode =>
  other !== undefined && presenceModes.indexOf(other) > presenceModes.indexOf(one) ? other : one;
