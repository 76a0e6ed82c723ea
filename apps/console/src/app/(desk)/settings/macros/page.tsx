import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MacrosScreen } from "../../../../features/macros/macros-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("macros") };
}

export default function Page() {
  return <MacrosScreen />;
}
