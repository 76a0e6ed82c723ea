"use client";
import type { Door } from "@onethread/core/api";
import { LayoutTemplate, MessageSquareQuote, Paperclip, Smile } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { EmojiPicker } from "../../ui/emoji-picker.tsx";
import { IconButton } from "../../ui/icon-button.tsx";

type Props = { door: Door; onFiles: (files: File[]) => void; onEmoji: (emoji: string) => void; onTemplate: () => void; onCanned: () => void };

/** What can go into a reply besides words: files, emoji, a template. */
export function ComposerTools({ door, onFiles, onEmoji, onTemplate, onCanned }: Props) {
  const t = useTranslations("composer.tools");
  const input = useRef<HTMLInputElement>(null);
  const media = door.allowed.includes("media");
  return (
    <span className="flex shrink-0">
      <IconButton
        label={t(media ? "attach" : "noFiles")}
        size="small"
        disabled={!media}
        onClick={() => input.current?.click()}
        data-testid="composer-attach"
      >
        <Paperclip aria-hidden className="size-4" />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="composer-file-input"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <EmojiPicker
        current={null}
        onPick={(emoji) => emoji !== null && onEmoji(emoji)}
        trigger={
          <IconButton label={t("emoji")} size="small">
            <Smile aria-hidden className="size-4" />
          </IconButton>
        }
      />
      <IconButton label={t("canned")} size="small" onClick={onCanned} data-testid="composer-canned">
        <MessageSquareQuote aria-hidden className="size-4" />
      </IconButton>
      {door.allowed.includes("template") && (
        <IconButton label={t("template")} size="small" onClick={onTemplate} data-testid="composer-template">
          <LayoutTemplate aria-hidden className="size-4" />
        </IconButton>
      )}
    </span>
  );
}
