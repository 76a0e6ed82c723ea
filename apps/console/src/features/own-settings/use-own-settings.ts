"use client";
import { defaultAgentSettings } from "@onethread/core";
import type { AgentSettings } from "@onethread/core/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { getOwnSettings, patchOwnSettings } from "../../api/own-settings.ts";
import { useToasts } from "../../ui/toast.tsx";
import { useErrorText } from "../../ui/use-error-text.ts";

export const useOwnSettingsQuery = () => useQuery({ queryKey: keys.ownSettings, queryFn: ({ signal }) => getOwnSettings(signal) });

/** What the signed-in agent has chosen for themselves; the defaults until that is known. */
export const useOwnSettings = (): AgentSettings => useOwnSettingsQuery().data ?? defaultAgentSettings;

const one = ["change-own-settings"];

/** Changes one's own settings: at once on the screen, back again when the server does not take them. */
export function useChangeOwnSettings(): (patch: Partial<AgentSettings>) => void {
  const t = useTranslations("ownSettings");
  const client = useQueryClient();
  const toasts = useToasts();
  const errorText = useErrorText();
  const show = (patch: Partial<AgentSettings>) =>
    client.setQueryData<AgentSettings>(keys.ownSettings, (now) => ({ ...(now ?? defaultAgentSettings), ...patch }));
  const { mutate } = useMutation({
    mutationKey: one,
    // One after the other, in the order they were made.
    scope: { id: "own-settings" },
    mutationFn: patchOwnSettings,
    onMutate: async (patch) => {
      // What was asked for before must not arrive after it.
      await client.cancelQueries({ queryKey: keys.ownSettings });
      const before = client.getQueryData<AgentSettings>(keys.ownSettings) ?? defaultAgentSettings;
      show(patch);
      return Object.fromEntries(Object.keys(patch).map((name) => [name, before[name as keyof AgentSettings]])) as Partial<AgentSettings>;
    },
    // Of several changes under way the last one's answer holds them all.
    onSuccess: (settings) => client.isMutating({ mutationKey: one }) === 1 && client.setQueryData(keys.ownSettings, settings),
    onError: (error, _patch, before) => {
      if (before) show(before);
      void client.invalidateQueries({ queryKey: keys.ownSettings });
      toasts.add({ type: "error", title: t("notSaved"), description: errorText(error) });
    },
  });
  return mutate;
}
