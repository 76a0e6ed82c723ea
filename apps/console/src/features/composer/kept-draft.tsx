"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { useCopy } from "../../ui/use-copy.ts";

/** What was written before the door shut: kept as the draft, to be read and copied; it is back in the field when the door opens. */
export function KeptDraft({ text }: { text: string }) {
  const t = useTranslations("composer.kept");
  const { copied, copy } = useCopy(text);
  return (
    <section
      aria-label={t("title")}
      data-testid="kept-draft"
      className="mx-3 mb-2 flex items-start gap-3 rounded-control border border-line px-3 py-2"
    >
      <div className="min-w-0 flex-1">
        <p className="font-medium text-muted text-sm">{t("text")}</p>
        {/* Read with the keyboard, too, where it is longer than its place. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse */}
        <p tabIndex={0} dir="auto" className="max-h-24 overflow-y-auto whitespace-pre-wrap text-body [overflow-wrap:anywhere]">
          {text}
        </p>
      </div>
      <Button size="small" onClick={copy}>
        {copied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />}
        {t(copied ? "copied" : "copy")}
      </Button>
    </section>
  );
}
