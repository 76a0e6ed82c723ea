import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QueuesScreen } from "../../../../features/queues/queues-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("queues") };
}

export default function Page() {
  return <QueuesScreen />;
}
