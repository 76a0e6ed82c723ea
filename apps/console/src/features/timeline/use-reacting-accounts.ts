"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listDoors } from "../../api/conversations.ts";
import { keys } from "../../api/keys.ts";

/** The channel accounts through which a reaction may go now. */
export function useReactingAccounts(conversationId: string): ReadonlySet<string> {
  const { data } = useQuery({ queryKey: keys.doors(conversationId), queryFn: ({ signal }) => listDoors(conversationId, signal) });
  return useMemo(() => new Set((data ?? []).flatMap((door) => (door.allowed.includes("reaction") ? [door.channelAccountId] : []))), [data]);
}
