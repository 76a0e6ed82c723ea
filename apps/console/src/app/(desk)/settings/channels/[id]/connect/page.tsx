import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConnectStepsScreen } from "../../../../../../features/channels-admin/connect-steps-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("channelsAdmin"))("connectTitle") };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <ConnectStepsScreen id={(await params).id} />;
}
