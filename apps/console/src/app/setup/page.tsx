import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SetUpForm } from "../../features/set-up/set-up-form.tsx";
import { EntryCard } from "../../features/sign-in/entry-card.tsx";
import { needsSetUp } from "../../session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setUp"))("title") };
}

export default async function SetUpPage() {
  if (!(await needsSetUp())) redirect("/login");
  const t = await getTranslations("setUp");
  return (
    <EntryCard title={t("title")} text={t("text")}>
      <SetUpForm />
    </EntryCard>
  );
}
