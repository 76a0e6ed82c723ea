"use client";
import type { PresenceMode } from "@onethread/core";
import type { Presence } from "@onethread/core/api";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { listAgents } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import { listPresence } from "../../api/presence.ts";
import { useMe } from "../frame/me.tsx";

export type Other = { id: string; name: string; mode: PresenceMode };

const none: readonly Other[] = [];

/** Colleagues who are at a conversation now. One's own other screens are nobody else. */
export function useOthers(conversationId: string): readonly Other[] {
  const me = useMe().agent?.id ?? null;
  const agents = useQuery({ queryKey: keys.agents, queryFn: listAgents });
  const select = useCallback(
    (all: Presence[]) => all.find((one) => one.conversationId === conversationId)?.people.filter(({ agentId }) => agentId !== me) ?? [],
    [conversationId, me],
  );
  // Told whole by every piece of news about it; read again after a gap only.
  const present = useQuery({ queryKey: keys.presence, queryFn: ({ signal }) => listPresence(signal), staleTime: Number.POSITIVE_INFINITY, select });
  if (!present.data || present.data.length === 0 || !agents.data) return none;
  const names = new Map(agents.data.map((agent) => [agent.id, agent.name]));
  return present.data.flatMap(({ agentId, mode }) => {
    const name = names.get(agentId);
    return name === undefined ? [] : [{ id: agentId, name, mode }];
  });
}
