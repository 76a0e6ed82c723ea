import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SecurityScreen } from "../../../../features/security/security-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("security") };
}

export default function Page() {
  return <SecurityScreen />;
}
