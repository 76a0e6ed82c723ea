"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listChannelAccounts } from "../../api/channel-accounts.ts";
import { keys } from "../../api/keys.ts";
import { doorsQuery } from "../composer/doors-query.ts";

/** Names of channel accounts by id. The doors know them too, for whoever may not list the accounts. */
export function useAccountNames(conversationId: string): ReadonlyMap<string, string> {
  const accounts = useQuery({ queryKey: keys.channelAccounts, queryFn: listChannelAccounts });
  const doors = useQuery(doorsQuery(conversationId));
  return useMemo(() => {
    const names = new Map((doors.data ?? []).map((door) => [door.channelAccountId, door.channelAccountName]));
    for (const account of accounts.data ?? []) names.set(account.id, account.name);
    return names;
  }, [accounts.data, doors.data]);
}
