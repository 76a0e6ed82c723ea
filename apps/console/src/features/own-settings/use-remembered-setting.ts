"use client";
import type { AgentSettings } from "@onethread/core/api";
import { useEffect } from "react";
import type { Remembered } from "../../remembered-choice.ts";
import { useOwnSettingsQuery } from "./use-own-settings.ts";

/**
 * A setting of one's own that looks are made of: as the server has it, and while that is not known, as this browser
 * knew it last.
 */
export function useRememberedSetting<N extends keyof AgentSettings>(name: N, copy: Remembered<AgentSettings[N]>): AgentSettings[N] {
  const kept = copy.use();
  const known = useOwnSettingsQuery().data?.[name];
  useEffect(() => {
    if (known !== undefined && known !== kept) copy.set(known);
  }, [known, kept, copy]);
  return known ?? kept;
}
