"use client";
import { useTranslations } from "next-intl";
import { Dialog } from "../../ui/dialog.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { useShownKeys } from "./keymap-context.tsx";
import { shortcutGroups, shortcuts } from "./shortcuts.ts";

/** Every key there is, by where it works. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations("shortcuts");
  const shownKeys = useShownKeys();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={t("text")} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a small screen it scrolls, which must be possible with the keyboard */}
      <div tabIndex={0} className="gap-x-8 sm:columns-2">
        {shortcutGroups.map((group) => (
          <section key={group} className="break-inside-avoid pb-4">
            <h3 className="mb-1 font-medium text-muted text-sm">{t(`groups.${group}`)}</h3>
            <dl>
              {shortcuts
                .filter((shortcut) => shortcut.group === group && shownKeys(shortcut.id).length > 0)
                .map((shortcut) => (
                  <div key={shortcut.id} className="flex items-center gap-2 py-1">
                    <dt className="flex-1">{t(`keys.${shortcut.id}`)}</dt>
                    <dd className="flex gap-1">
                      {shownKeys(shortcut.id).map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
