import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoutingScreen } from "../../../../features/routing/routing-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("routing") };
}

export default function Page() {
  return <RoutingScreen />;
}
