import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import type en from "../../messages/en.json";
import { compileMessages } from "./compile-messages.ts";
import { directionOf, isLocale, localeCookie, negotiateLocale } from "./locales.ts";

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(chosen) ? chosen : negotiateLocale((await headers()).get("accept-language"));
  const { default: messages } = (await import(`../../messages/${locale}.json`)) as { default: typeof en };
  return { locale, messages: compileMessages(messages, directionOf(locale)) };
});
