"use client";
import { defaultAgentSettings } from "@onethread/core";
import type { AgentSettings } from "@onethread/core/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { getOwnSettings, patchOwnSettings } from "../../api/own-settings.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

/** What the signed-in agent has chosen for themselves; the defaults until that is known. */
export function useOwnSettings(): AgentSettings {
  return useQuery({ queryKey: keys.ownSettings, queryFn: ({ signal }) => getOwnSettings(signal) }).data ?? defaultAgentSettings;
}

/** Changes one's own settings: at once on the screen, back again when the server does not take them. */
export function useChangeOwnSettings(): (patch: Partial<AgentSettings>) => void {
  const t = useTranslations("ownSettings");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const { mutate } = useMutation({
    mutationFn: patchOwnSettings,
    onMutate: (patch) => {
      const before = client.getQueryData<AgentSettings>(keys.ownSettings);
      client.setQueryData<AgentSettings>(keys.ownSettings, { ...(before ?? defaultAgentSettings), ...patch });
      return before;
    },
    onSuccess: (settings) => client.setQueryData(keys.ownSettings, settings),
    onError: (error, _patch, before) => {
      client.setQueryData(keys.ownSettings, before);
      toasts.add({ type: "error", title: t("notSaved"), description: errorText(error) });
    },
  });
  return mutate;
}
