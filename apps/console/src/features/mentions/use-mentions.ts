"use client";
import { findMention } from "@onethread/core";
import { useQuery } from "@tanstack/react-query";
import type { RefObject } from "react";
import { type Agent, listAgents } from "../../api/agents.ts";
import { keys } from "../../api/keys.ts";
import type { EditorHandle } from "../composer/field.ts";
import { useSuggestion } from "../composer/use-suggestion.ts";
import { useMe } from "../frame/me.tsx";
import { rankAgents } from "./rank-agents.ts";

/**
 * Colleagues behind an "@" where one writes a note (`on`). Whom a text mentions is read from the text itself when it is
 * sent.
 */
export function useMentions(editor: RefObject<EditorHandle | null>, on: boolean) {
  const me = useMe().agent?.id;
  const agents = useQuery({ queryKey: keys.agents, queryFn: listAgents }).data ?? [];
  const others = () => agents.filter(({ id }) => id !== me);
  return useSuggestion<Agent>({
    sign: "@",
    trigger: findMention,
    find: (query) => (on ? rankAgents(others(), query) : []),
    onPick: (agent, place) => editor.current?.replace(place.start, place.end, `@${agent.name} `),
  });
}
