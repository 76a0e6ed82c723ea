import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotificationsScreen } from "../../../../features/notifications/notifications-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("notifications") };
}

export default function Page() {
  return <NotificationsScreen />;
}
