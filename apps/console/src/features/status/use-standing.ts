"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { keys } from "../../api/keys.ts";
import { getStatus } from "../../api/status.ts";
import { useOnline } from "../frame/use-online.ts";
import { useLiveStatus } from "../live/live-status.ts";
import { howItStands, type Standing } from "./how-it-stands.ts";

/** Asked that often while the screen is looked at. Milliseconds. */
const askEvery = 15_000;

export const useWorkspaceStatus = () => useQuery({ queryKey: keys.status, queryFn: getStatus, refetchInterval: askEvery, staleTime: askEvery / 3 });

/** How late messages are on this screen, and in words. */
export function useStanding(): { standing: Standing; text: string } {
  const t = useTranslations("status");
  const live = useLiveStatus();
  const online = useOnline();
  const { data: status, isError: failed } = useWorkspaceStatus();
  const standing = howItStands({ online, live, status, failed });
  if (standing.kind !== "late") return { standing, text: t(standing.kind) };
  const { seconds } = standing;
  return {
    standing,
    text: seconds < 90 ? t("lateSeconds", { seconds: Math.round(seconds) }) : t("lateMinutes", { minutes: Math.round(seconds / 60) }),
  };
}
