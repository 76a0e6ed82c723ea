import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountScreen } from "../../../../../features/channels-admin/account-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("channels") };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <AccountScreen id={(await params).id} />;
}
