import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HoursScreen } from "../../../../features/hours/hours-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("hours") };
}

export default function Page() {
  return <HoursScreen />;
}
