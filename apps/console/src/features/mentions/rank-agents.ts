import type { Mentionable } from "@onethread/core";

/** So many fit above the editor. */
const most = 8;

/** Colleagues who fit what was typed behind an "@": by how their name begins, then how one of their names does. */
export function rankAgents<T extends Mentionable>(all: readonly T[], query: string): T[] {
  const wanted = fold(query);
  const rank = (name: string): number => {
    const folded = fold(name);
    if (folded.startsWith(wanted)) return 0;
    return folded.split(/[\s-]+/).some((part) => part.startsWith(wanted)) ? 1 : -1;
  };
  return all
    .map((agent) => ({ agent, rank: rank(agent.name) }))
    .filter((one) => one.rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.agent.name.localeCompare(b.agent.name))
    .slice(0, most)
    .map(({ agent }) => agent);
}

/** Who looks for Zoë types zoe. */
const fold = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
