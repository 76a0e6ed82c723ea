import { type Mentionable, mentionedIds, mostMentioned } from "@onethread/core";
import type { QueryClient } from "@tanstack/react-query";
import type { Agent } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";

/** Whom a note's text mentions, as far as the browser knows who works here. */
export function mentionedIn(client: QueryClient, text: string): Mentionable[] {
  const agents = client.getQueryData<Agent[]>(keys.agents) ?? [];
  return mentionedIds(text, agents)
    .slice(0, mostMentioned)
    .flatMap((id) => agents.filter((agent) => agent.id === id).map(({ name }) => ({ id, name })));
}
