"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

/** The gateway does not answer: there is nothing to show yet, and it is nobody's session that failed. */
export function Unreachable() {
  const t = useTranslations("frame");
  const router = useRouter();
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <EmptyState
        title={t("unreachableTitle")}
        action={
          <Button variant="primary" onClick={() => router.refresh()}>
            {t("tryAgain")}
          </Button>
        }
      >
        {t("unreachableText")}
      </EmptyState>
    </main>
  );
}
