"use client";
import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Kbd } from "../../ui/kbd.tsx";
import { useGo } from "../frame/use-go.ts";
import type { ShortcutId } from "../keyboard/shortcuts.ts";
import { takeTyped } from "../keyboard/type-ahead.ts";
import { PaletteItem } from "./palette-item.tsx";
import type { PaletteGroup, PaletteRow } from "./palette-rows.ts";
import { usePaletteGroups } from "./use-palette-groups.ts";

type Props = { step: ShortcutId | null; onClose: () => void };

/** Everything by keyboard: what can be done, where one can go, whom one may mean. */
export function Palette({ step: first, onClose }: Props) {
  const t = useTranslations("palette");
  const keys = useTranslations("shortcuts.keys");
  const go = useGo();
  const [step, setStep] = useState(first);
  const [text, setText] = useState("");
  const { groups, busy, failed } = usePaletteGroups(text, step);
  const highlighted = useRef<PaletteRow | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  /** What was chosen decides where the focus goes; else it goes back to where it was. */
  const chosen = useRef(false);

  const enter = (next: ShortcutId | null) => {
    setStep(next);
    setText("");
  };
  const choose = (row: PaletteRow, newTab = false) => {
    if (row.step) return enter(row.step);
    if (newTab && row.href) {
      window.open(row.href, "_blank", "noopener");
      return onClose();
    }
    chosen.current = true;
    onClose();
    // When the palette is gone: a dialog or the composer can then have the focus.
    setTimeout(() => {
      if (row.href) go(row.href);
      else row.run?.();
    });
  };
  const onKeyDown = (event: KeyboardEvent & { preventBaseUIHandler?: () => void }) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const row = highlighted.current;
    const handled = () => {
      event.preventDefault();
      event.preventBaseUIHandler?.();
    };
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      handled();
      if (row) choose(row, true);
    } else if (event.key === "Tab" && !event.shiftKey && row?.step) {
      handled();
      enter(row.step);
    } else if (event.key === "Backspace" && text === "" && step !== null) {
      handled();
      enter(null);
    }
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/30 dark:bg-black/60" />
        <Dialog.Popup
          data-overlay
          data-testid="palette"
          initialFocus={input}
          finalFocus={() => !chosen.current}
          className="fixed inset-x-4 top-[12vh] z-50 mx-auto flex max-h-[70vh] max-w-[640px] flex-col overflow-hidden rounded-dialog border border-line bg-raised shadow-popup outline-none"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Autocomplete.Root<PaletteGroup>
            inline
            open
            items={groups}
            mode="none"
            filter={null}
            autoHighlight="always"
            keepHighlight
            value={text}
            onValueChange={(value, { reason }) => reason !== "item-press" && setText(value)}
            itemToStringValue={(row) => (row as unknown as PaletteRow).label}
            onItemHighlighted={(row) => {
              highlighted.current = row as unknown as PaletteRow | undefined;
            }}
          >
            <div className="flex items-center gap-2 border-line border-b px-4">
              {step !== null && (
                <button
                  type="button"
                  onClick={() => enter(null)}
                  className="shrink-0 rounded-chip bg-hover px-2 py-0.5 text-muted text-sm hover:text-fg"
                >
                  {keys(step)}
                </button>
              )}
              <Autocomplete.Input
                ref={input}
                dir="auto"
                maxLength={200}
                aria-label={step === null ? t("placeholder") : t("placeholderStep")}
                placeholder={step === null ? t("placeholder") : t("placeholderStep")}
                onKeyDown={onKeyDown}
                // Not before: what is typed until then is not heard here.
                onFocus={() => {
                  const typed = takeTyped();
                  if (typed) setText((now) => now + typed);
                }}
                className="h-12 min-w-0 flex-1 bg-transparent text-body outline-none placeholder:text-subtle"
              />
              {busy && <LoaderCircle aria-hidden className="size-4 animate-late text-subtle motion-safe:animate-spin" />}
            </div>
            <Autocomplete.Empty className="px-4 py-6 text-center text-muted empty:hidden">{busy ? "" : t("nothing")}</Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto p-1 empty:hidden">
              {(group: PaletteGroup) => (
                <Autocomplete.Group key={group.id} items={group.items} className="pb-1">
                  <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 text-sm text-subtle">{group.label}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(row: PaletteRow) => <PaletteItem key={row.id} row={row} onChoose={(newTab) => choose(row, newTab)} />}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            {failed && <p className="border-line border-t px-4 py-2 text-danger text-sm">{t("failed")}</p>}
          </Autocomplete.Root>
          <p className="hidden flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-muted text-sm sm:flex">
            <Hint keys={["↑", "↓"]} text={t("hints.move")} />
            <Hint keys={["↵"]} text={t("hints.choose")} />
            {step === null ? <Hint keys={[">", "@", "#", "/"]} text={t("hints.prefixes")} /> : <Hint keys={["⌫"]} text={t("hints.back")} />}
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Hint({ keys, text }: { keys: readonly string[]; text: string }) {
  return (
    <span className="flex items-center gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {text}
    </span>
  );
}
