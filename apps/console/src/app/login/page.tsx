import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readEnv } from "../../env.ts";
import { EntryCard } from "../../features/sign-in/entry-card.tsx";
import { safeNext } from "../../features/sign-in/safe-next.ts";
import { SignInForm } from "../../features/sign-in/sign-in-form.tsx";
import { needsSetUp, readSession } from "../../session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = safeNext((await searchParams).next);
  const [session, setUp, t] = await Promise.all([readSession(), needsSetUp(), getTranslations("signIn")]);
  if (session.kind === "signed_in") redirect(next);
  if (setUp) redirect("/setup");
  return (
    <EntryCard title={t("title")}>
      <SignInForm next={next} demo={readEnv().demo} />
    </EntryCard>
  );
}
