"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** What will stand below the reply. */
export function SignatureLine({ text }: { text: string }) {
  const t = useTranslations("signatures");
  return (
    <p data-testid="composer-signature" className="flex items-center gap-2 px-3 pb-1 text-muted text-sm">
      <span dir="auto" className="min-w-0 flex-1 truncate">
        <span className="sr-only">{t("below")} </span>
        {text.replaceAll("\n", " · ")}
      </span>
      <Link href="/settings/appearance#signatures" className="inline-flex min-h-6 shrink-0 items-center underline underline-offset-2">
        {t("change")}
      </Link>
    </p>
  );
}
