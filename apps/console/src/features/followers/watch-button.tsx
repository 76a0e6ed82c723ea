"use client";
import type { Conversation } from "@onethread/core/api";
import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { useHasSelection } from "../bulk/selection.ts";
import { useHint } from "../keyboard/keymap-context.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { useWatch } from "./use-watch.ts";

/** Being told what happens in a conversation, or no longer; by button, key and palette. */
export function WatchButton({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("followers");
  const hint = useHint();
  const { watching, toggle } = useWatch(conversation);
  // What is chosen in the list is what keys mean then.
  useShortcut("watch", toggle, !useHasSelection());
  return (
    <IconButton
      label={t("watch")}
      shortcut={hint("watch")}
      pressed={watching}
      onClick={toggle}
      data-testid="watch"
      className="hidden @[520px]:inline-flex"
    >
      <Eye aria-hidden className="size-4" />
    </IconButton>
  );
}
