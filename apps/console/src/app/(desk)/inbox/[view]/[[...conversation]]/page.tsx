import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InboxScreen } from "../../../../../features/inbox/inbox-screen.tsx";
import { isPlace } from "../../../../../features/inbox/views.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("frame"))("inbox") };
}

type Props = { params: Promise<{ view: string; conversation?: string[] }> };

/** The inbox reads its own address from here on, so that opening a conversation never waits for the server. */
export default async function InboxPage({ params }: Props) {
  const { view, conversation } = await params;
  if (!isPlace(view) || (conversation?.length ?? 0) > 1) notFound();
  return <InboxScreen />;
}
