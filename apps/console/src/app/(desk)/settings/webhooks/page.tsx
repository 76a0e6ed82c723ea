import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebhookLogScreen } from "../../../../features/webhook-log/webhook-log-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("webhooks") };
}

export default function Page() {
  return <WebhookLogScreen />;
}
