import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "../ui/empty-state.tsx";

export default async function NotFoundPage() {
  const t = await getTranslations("notFound");
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <EmptyState
        title={t("title")}
        action={
          <Link href="/inbox/all" className="font-medium text-accent-text underline">
            {t("back")}
          </Link>
        }
      >
        {t("text")}
      </EmptyState>
    </main>
  );
}
