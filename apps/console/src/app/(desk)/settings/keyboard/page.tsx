import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeyboardScreen } from "../../../../features/keyboard/keyboard-screen.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.nav"))("keyboard") };
}

export default function Page() {
  return <KeyboardScreen />;
}
