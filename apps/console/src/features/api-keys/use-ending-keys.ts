"use client";
import { useQuery } from "@tanstack/react-query";
import { type ApiKey, listApiKeys } from "../../api/api-keys.ts";
import { keys } from "../../api/keys.ts";
import { useNow } from "../../i18n/use-now.ts";
import { useMay } from "../frame/me.tsx";
import { endingKeys } from "./key-limits.ts";

/** A tab that stays open for days asks again. Milliseconds. */
const askEvery = 6 * 60 * 60 * 1000;

/** API keys that end within a week, for who manages them: `all` that there are, once they are known. */
export function useEndingKeys(): { all: readonly ApiKey[] | undefined; ending: readonly ApiKey[] } {
  const may = useMay("manage_api_keys");
  const all = useQuery({ queryKey: keys.apiKeys, queryFn: listApiKeys, enabled: may, refetchInterval: askEvery }).data;
  const now = useNow();
  return { all, ending: endingKeys(all ?? [], now) };
}
