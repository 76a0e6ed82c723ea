import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MembersScreen } from "../../../../features/members/members-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("members") };
}

export default function Page() {
  return <MembersScreen />;
}
