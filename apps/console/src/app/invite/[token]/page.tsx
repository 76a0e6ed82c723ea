import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationForm } from "../../../features/set-up/invitation-form.tsx";
import { EntryCard } from "../../../features/sign-in/entry-card.tsx";

// The address holds a secret: it must not leave with a referrer.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitation"))("title"), referrer: "no-referrer" };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, t] = await Promise.all([params, getTranslations("invitation")]);
  return (
    <EntryCard title={t("title")}>
      <InvitationForm token={token} />
    </EntryCard>
  );
}
