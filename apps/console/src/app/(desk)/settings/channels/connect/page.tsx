import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConnectScreen } from "../../../../../features/channels-admin/connect-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("channelsAdmin"))("connectTitle") };
}

export default function Page() {
  return <ConnectScreen />;
}
