"use client";
import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";

/** The ones every platform takes as a reaction, and then those people use in shops. */
const emojis = [
  "👍",
  "❤️",
  "😂",
  "😮",
  "😢",
  "🙏",
  "🎉",
  "🔥",
  "👏",
  "😊",
  "😍",
  "🤔",
  "👀",
  "✅",
  "💯",
  "👎",
  "😅",
  "🥳",
  "🤝",
  "💪",
  "🌟",
  "📦",
  "🚚",
  "💐",
];

type Props = { current: string | null; onPick: (emoji: string | null) => void; trigger: ReactElement<Record<string, unknown>> };

/** A small board of emoji; the current one is pressed, and pressing it again takes it back. */
export function EmojiPicker({ current, onPick, trigger }: Props) {
  const t = useTranslations("ui.emoji");
  const [open, setOpen] = useState(false);
  const shown = current !== null && !emojis.includes(current) ? [current, ...emojis] : emojis;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner className="z-50 outline-none" side="top" sideOffset={4}>
          <Popover.Popup
            data-overlay
            data-testid="emoji-picker"
            className="rounded-panel border border-line bg-raised p-1.5 shadow-popup outline-none"
          >
            <Popover.Title className="sr-only">{t("title")}</Popover.Title>
            <div className="grid grid-cols-8 gap-0.5">
              {shown.map((emoji) => (
                <button
                  key={emoji}
                  type="button"
                  aria-label={emoji}
                  aria-pressed={emoji === current}
                  onClick={() => {
                    setOpen(false);
                    onPick(emoji === current ? null : emoji);
                  }}
                  className="flex size-8 items-center justify-center rounded-control text-lg hover:bg-hover aria-pressed:bg-selected"
                >
                  {emoji}
                </button>
              ))}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
