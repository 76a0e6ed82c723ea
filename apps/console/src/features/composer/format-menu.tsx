"use client";
import { Bold, CodeXml, Italic, Strikethrough, Type } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import type { MarkKind } from "../message-content/find-marks.ts";

const marks = [
  { kind: "bold", Icon: Bold, keys: "⌘/Ctrl B" },
  { kind: "italic", Icon: Italic, keys: "⌘/Ctrl I" },
  { kind: "strike", Icon: Strikethrough, keys: "⌘/Ctrl ⇧ X" },
  { kind: "code", Icon: CodeXml, keys: "⌘/Ctrl E" },
] as const;

/** How the channel can show words: marks around what is selected. */
export function FormatMenu({ onMark, field }: { onMark: (kind: MarkKind) => void; field: () => HTMLElement | null }) {
  const t = useTranslations("composer.format");
  const marked = useRef(false);
  return (
    <Menu
      side="top"
      onOpenChange={(open) => {
        if (open) marked.current = false;
      }}
      focusThen={() => (marked.current ? field() : null)}
      trigger={
        <IconButton label={t("action")} size="small" data-testid="composer-format">
          <Type aria-hidden className="size-4" />
        </IconButton>
      }
    >
      {marks.map(({ kind, Icon, keys }) => (
        <MenuItem
          key={kind}
          icon={<Icon aria-hidden className="size-4" />}
          shortcut={keys}
          onSelect={() => {
            marked.current = true;
            onMark(kind);
          }}
        >
          {t(kind)}
        </MenuItem>
      ))}
    </Menu>
  );
}
