"use client";
import { useQuery } from "@tanstack/react-query";
import { keys } from "../../api/keys.ts";
import { listTemplates } from "../../api/templates.ts";

/** The templates of one channel account. */
export const useTemplates = (channelAccountId: string) =>
  useQuery({ queryKey: keys.templates(channelAccountId), queryFn: () => listTemplates(channelAccountId) });
