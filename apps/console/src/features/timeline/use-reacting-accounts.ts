"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { doorsQuery } from "../composer/doors-query.ts";

/** The channel accounts through which a reaction may go now. */
export function useReactingAccounts(conversationId: string): ReadonlySet<string> {
  const { data } = useQuery(doorsQuery(conversationId));
  return useMemo(() => new Set((data ?? []).flatMap((door) => (door.allowed.includes("reaction") ? [door.channelAccountId] : []))), [data]);
}
