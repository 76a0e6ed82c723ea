import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { fontSizeCookie, fontSizeOf } from "../font-size.ts";
import { directionOf } from "../i18n/locales.ts";
import { icon } from "../icon.ts";
import "../styles/globals.css";
import { Providers } from "./providers.tsx";

export const metadata: Metadata = {
  title: { default: "Onethread", template: "%s – Onethread" },
  robots: { index: false },
  icons: { icon },
};
export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4f5f8" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0e12" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const direction = directionOf(locale);
  const fontSize = fontSizeOf((await cookies()).get(fontSizeCookie)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The theme script sets data-theme before React wakes.
    <html lang={locale} dir={direction} style={fontSize === 100 ? undefined : { fontSize: `${fontSize}%` }} suppressHydrationWarning>
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
