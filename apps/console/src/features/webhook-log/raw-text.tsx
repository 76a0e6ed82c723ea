"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { useCopy } from "../../ui/use-copy.ts";

/** What a platform sent, as text and nothing else; folded away until somebody wants to see it. */
export function RawText({ value, label, open = false }: { value: string; label: string; open?: boolean }) {
  const t = useTranslations("webhookLog");
  const { copied, copy } = useCopy(value);
  return (
    <details open={open} className="border-line border-t px-3 py-1.5" data-testid="raw">
      <summary className="cursor-pointer text-muted text-sm">{label}</summary>
      <div className="mt-1 flex flex-col gap-1">
        <Button size="small" onClick={copy} className="self-end">
          {copied ? <Check aria-hidden className="size-3.5" /> : <Copy aria-hidden className="size-3.5" />}
          {copied ? t("copied") : t("copy")}
        </Button>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
          tabIndex={0}
          dir="ltr"
          className="max-h-80 overflow-auto whitespace-pre-wrap rounded-control bg-surface p-2 font-mono text-xs [overflow-wrap:anywhere] [unicode-bidi:isolate]"
        >
          {value}
        </pre>
      </div>
    </details>
  );
}
