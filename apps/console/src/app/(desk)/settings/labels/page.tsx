import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LabelsScreen } from "../../../../features/labels/labels-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("labels") };
}

export default function Page() {
  return <LabelsScreen />;
}
