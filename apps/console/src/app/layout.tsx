import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { directionOf } from "../i18n/locales.ts";
import "../styles/globals.css";
import { Providers } from "./providers.tsx";

export const metadata: Metadata = { title: { default: "Onethread", template: "%s – Onethread" }, robots: { index: false } };
export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4f5f8" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0e12" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const direction = directionOf(locale);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The theme script sets data-theme before React wakes.
    <html lang={locale} dir={direction} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider>
          <Providers direction={direction} {...(nonce ? { nonce } : {})}>
            {children}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
