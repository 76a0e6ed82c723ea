"use client";
import { Smile } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { putOff } from "../../put-off.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Popover } from "../../ui/popover.tsx";

const EmojiBoard = putOff(() => import("./emoji-board.tsx").then((module) => module.EmojiBoard));

type Props = {
  label: string;
  onPick: (emoji: string) => void;
  /** Where one goes on writing. */
  field: () => HTMLElement | null;
};

/** All emoji, behind a button of the composer. */
export function EmojiButton({ label, onPick, field }: Props) {
  const t = useTranslations("emoji");
  const [open, setOpen] = useState(false);
  const picked = useRef(false);
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        picked.current = false;
        setOpen(next);
      }}
      focusThen={() => (picked.current ? field() : null)}
      title={t("title")}
      align="start"
      side="top"
      testId="emoji-board"
      trigger={
        <IconButton label={label} size="small" data-testid="composer-emoji">
          <Smile aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <EmojiBoard
        onPick={(emoji) => {
          picked.current = true;
          setOpen(false);
          onPick(emoji);
        }}
      />
    </Popover>
  );
}
