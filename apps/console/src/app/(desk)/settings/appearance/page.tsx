import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppearanceScreen } from "../../../../features/appearance/appearance-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("appearance") };
}

export default function Page() {
  return <AppearanceScreen />;
}
