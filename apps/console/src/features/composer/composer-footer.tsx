"use client";
import type { Door } from "@onethread/core/api";
import { Zap } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { useHint } from "../keyboard/keymap-context.tsx";
import { openPalette } from "../keyboard/open-palette.ts";
import { ComposerTools, type Tools } from "./composer-tools.tsx";
import { ContinueOn } from "./continue-on.tsx";
import { DoorCountdown } from "./door-line.tsx";
import type { Mode } from "./draft-store.ts";
import { SendButton } from "./send-button.tsx";
import type { After } from "./use-send.ts";

type Props = {
  id: string;
  mode: Mode;
  /** What is left of the channel's limit, or of a note's; null while there is plenty. */
  left: number | null;
  limit: Door["textLimit"] | undefined;
  ready: boolean;
  customerId: string | null;
  door: Door | undefined;
  onInsert: (sentence: string) => void;
  tools: Tools;
  enterSends: boolean;
  onSend: (after: After) => void;
  onLater: () => void;
};

export function ComposerFooter({ id, mode, left, limit, ready, customerId, door, onInsert, tools, enterSends, onSend, onLater }: Props) {
  const t = useTranslations("composer");
  const macros = useTranslations("macros");
  const hint = useHint();
  const isNote = mode === "note";
  const channels = useTranslations("channels");
  const locale = useLocale();
  const most = left === null ? "" : new Intl.NumberFormat(locale).format(limit?.max ?? 0);
  const inBytes = limit?.unit === "bytes";
  return (
    <div className={cn("flex items-center gap-2 px-3 pb-2.5", "flex-wrap", left === null ? "@[340px]:flex-nowrap" : "@[600px]:flex-nowrap")}>
      {(isNote || door) && <ComposerTools door={isNote ? null : (door ?? null)} tools={tools} />}
      <IconButton label={macros("title")} shortcut={hint("macro")} size="small" onClick={() => openPalette("macro")} data-testid="composer-macro">
        <Zap aria-hidden className="size-4" />
      </IconButton>
      {!isNote && customerId && <ContinueOn customerId={customerId} currentAccountId={door?.channelAccountId} onInsert={onInsert} />}
      {!isNote && door && <DoorCountdown door={door} />}
      <span className="flex-1" />
      <span
        id={id}
        aria-live="polite"
        className={cn(
          "tabular min-w-0 text-end text-sm leading-tight",
          left !== null && "order-first basis-full @[600px]:order-none @[600px]:basis-auto",
          left !== null && left < 0 ? "font-medium text-danger" : isNote ? "text-note-fg" : "text-subtle",
        )}
      >
        {left !== null && (
          <>
            {left < 0 ? t(inBytes ? "tooLongBytes" : "tooLong", { count: -left }) : t(inBytes ? "leftBytes" : "left", { count: left })}
            {" · "}
            {isNote || !door ? t("noteLimit", { max: most }) : t("limit", { channel: channels(door.channel), max: most })}
          </>
        )}
      </span>
      <span aria-hidden className={cn("hidden shrink-0 text-sm", left === null && "@[600px]:inline", isNote ? "text-note-fg" : "text-subtle")}>
        {t(enterSends ? "sendHintEnter" : "sendHint")}
      </span>
      <SendButton isNote={isNote} ready={ready} onSend={onSend} onLater={onLater} />
    </div>
  );
}
