import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeysScreen } from "../../../../features/api-keys/api-keys-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("api-keys") };
}

export default function Page() {
  return <ApiKeysScreen />;
}
