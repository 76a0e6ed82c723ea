"use client";
import type { Door } from "@onethread/core/api";
import { AtSign, LayoutTemplate, MessageSquareQuote, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { FileInput } from "../../ui/file-input.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { EmojiButton } from "../emoji/emoji-button.tsx";
import type { MarkKind } from "../message-content/find-marks.ts";
import { FormatMenu } from "./format-menu.tsx";

export type Tools = {
  onFiles: (files: File[]) => void;
  onEmoji: (emoji: string) => void;
  /** Null where the channel shows no marks. */
  onMark: ((kind: MarkKind) => void) | null;
  onTemplate: () => void;
  onCanned: () => void;
  /** Null where nobody is mentioned: in a reply. */
  onMention: (() => void) | null;
  /** Where one goes on writing. */
  field: () => HTMLElement | null;
};

/** What can go into a reply, or a note, besides words: files, emoji, a canned reply, a template. */
export function ComposerTools({ door, tools }: { /** Null for a note. */ door: Door | null; tools: Tools }) {
  const t = useTranslations("composer.tools");
  const mentions = useTranslations("mentions");
  return (
    <span className="flex shrink-0">
      {door && <AttachButton enabled={door.allowed.includes("media")} onFiles={tools.onFiles} />}
      <EmojiButton label={t("emoji")} onPick={tools.onEmoji} field={tools.field} />
      {tools.onMark && <FormatMenu onMark={tools.onMark} field={tools.field} />}
      <IconButton label={t("canned")} size="small" onClick={tools.onCanned} data-testid="composer-canned">
        <MessageSquareQuote aria-hidden className="size-4" />
      </IconButton>
      {tools.onMention && (
        <IconButton label={mentions("mention")} size="small" onClick={tools.onMention} data-testid="composer-mention">
          <AtSign aria-hidden className="size-4" />
        </IconButton>
      )}
      {door?.allowed.includes("template") && (
        <IconButton label={t("template")} size="small" onClick={tools.onTemplate} data-testid="composer-template">
          <LayoutTemplate aria-hidden className="size-4" />
        </IconButton>
      )}
    </span>
  );
}

function AttachButton({ enabled, onFiles }: { enabled: boolean; onFiles: (files: File[]) => void }) {
  const t = useTranslations("composer.tools");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label={t(enabled ? "attach" : "noFiles")}
        size="small"
        disabled={!enabled}
        onClick={() => input.current?.click()}
        data-testid="composer-attach"
      >
        <Paperclip aria-hidden className="size-4" />
      </IconButton>
      <FileInput ref={input} multiple data-testid="composer-file-input" onFiles={onFiles} />
    </>
  );
}
