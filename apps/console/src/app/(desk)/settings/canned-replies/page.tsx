import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CannedScreen } from "../../../../features/canned-replies/canned-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("canned-replies") };
}

export default function Page() {
  return <CannedScreen />;
}
