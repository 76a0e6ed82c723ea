"use client";
import { useTranslations } from "next-intl";
import { Kbd } from "../../ui/kbd.tsx";
import { useHint } from "../keyboard/keymap-context.tsx";

/** The conversation pane while nothing is open. */
export function NoConversation() {
  const t = useTranslations("conversation.none");
  const hint = useHint();
  const keys = (["next", "open", "search", "help"] as const).flatMap((id) => {
    const key = id === "open" ? "↵" : hint(id);
    return key ? [[key, id] as const] : [];
  });
  return (
    <section aria-label={t("title")} className="flex h-full flex-col items-center justify-center gap-4 bg-surface p-6 text-center text-muted">
      <p>{t("text")}</p>
      <ul className="hidden grid-cols-[auto_auto] gap-x-3 gap-y-2 text-sm sm:grid">
        {keys.map(([key, id]) => (
          <li key={id} className="contents">
            <span className="text-end">
              <Kbd>{key}</Kbd>
            </span>
            <span className="text-start">{t(id)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
