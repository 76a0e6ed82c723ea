"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { type Keymap, showKeys } from "./keymap.ts";
import { afterKey, conflictOf, readPressed } from "./pressed.ts";
import type { ShortcutId } from "./shortcuts.ts";

/** A second letter within this time makes two keys one after the other. Milliseconds; as long as the keys' library waits. */
const within = 1000;

type Chosen = Partial<Record<ShortcutId, string | null>>;
type Props = { id: ShortcutId; keymap: Keymap; onClose: () => void; onChoose: (chosen: Chosen) => void };

/** Waits for the new key of an action. What is not a key (Tab, Enter, Escape) does what it always does in a dialog. */
export function CaptureDialog({ id, keymap, onClose, onChoose }: Props) {
  const t = useTranslations("keyboard");
  const names = useTranslations("shortcuts.keys");
  const [pressed, setPressed] = useState<string | null>(null);
  const last = useRef({ keys: null as string | null, at: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    const capture = (event: KeyboardEvent) => {
      const key = event.isComposing || event.repeat ? null : readPressed(event);
      if (key === null) return;
      event.preventDefault();
      event.stopPropagation();
      const first = event.timeStamp - last.current.at < within ? last.current.keys : null;
      last.current = { keys: afterKey(first, key), at: event.timeStamp };
      setPressed(last.current.keys);
    };
    window.addEventListener("keydown", capture, { capture: true });
    return () => window.removeEventListener("keydown", capture, { capture: true });
  }, []);
  const conflict = pressed === null ? null : conflictOf(id, pressed, keymap);
  const takeable = conflict?.kind === "taken" ? conflict.by : null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("changeTitle", { name: names(id) })}
      description={t("press")}
      testId="capture-key"
      footer={
        <>
          <Button variant="quiet" disabled={!keymap.has(id)} onClick={() => onChoose({ [id]: null })}>
            {t("remove")}
          </Button>
          <Button
            variant="primary"
            disabled={pressed === null || (conflict !== null && takeable === null)}
            onClick={() => pressed !== null && onChoose({ ...(takeable ? { [takeable]: null } : {}), [id]: pressed })}
            data-testid="use-key"
          >
            {takeable ? t("take") : t("use")}
          </Button>
        </>
      }
    >
      <div className="flex min-h-16 flex-col items-center justify-center gap-2 rounded-panel border border-line border-dashed p-3 text-center">
        <span className="flex gap-1">
          {pressed === null ? <span className="text-muted">{t("waiting")}</span> : showKeys(pressed).map((key) => <Kbd key={key}>{key}</Kbd>)}
        </span>
        <p role="status" className="text-sm">
          {conflict && ("by" in conflict ? t(conflict.kind, { name: names(conflict.by) }) : t(conflict.kind))}
        </p>
      </div>
    </Dialog>
  );
}
