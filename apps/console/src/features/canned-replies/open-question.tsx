"use client";
import { TextCursorInput } from "lucide-react";
import { useTranslations } from "next-intl";

/** What a canned reply asks and nobody has filled in yet: until then it is not sent. */
export function OpenQuestion({ name, onGo }: { name: string; onGo: () => void }) {
  const t = useTranslations("canned");
  const variable = `variable.${name.replace(".", "_")}` as "variable.customer_name";
  // A variable nobody has filled is told by the name it has in the settings.
  const shown = /^[a-z_]+\.[a-z_]+$/.test(name) && t.has(variable) ? t(variable) : name;
  return (
    <p role="status" data-testid="open-question" className="flex min-w-0 items-center gap-1.5 px-3 pb-1 text-sm text-warning">
      <TextCursorInput aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 truncate" dir="auto">
        {shown ? t("fillIn", { name: shown }) : t("fillInNameless")}
      </span>
      <button type="button" className="shrink-0 underline" onClick={onGo}>
        {t("goThere")}
      </button>
    </p>
  );
}
