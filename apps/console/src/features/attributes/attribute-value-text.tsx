"use client";
import { useLocale, useTranslations } from "next-intl";
import { formattingLocale } from "../../i18n/locales.ts";
import { OutsideLink } from "../message-content/outside-link.tsx";
import { kindOf } from "./attribute-value.ts";

/** A value as it is read: numbers and days in the reader's way, addresses as links. Numbers without marks for thousands: many are ids. */
export function AttributeValueText({ value }: { value: unknown }) {
  const t = useTranslations("attributes");
  const locale = formattingLocale(useLocale(), navigator.languages);
  if (value === null || value === "") return <span className="text-subtle">{t("none")}</span>;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return <bdi>{new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false }).format(value)}</bdi>;
  if (typeof value !== "string") return <bdi dir="ltr">{JSON.stringify(value)}</bdi>;
  const kind = kindOf(value);
  if (kind === "date") return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`));
  if (kind === "url") {
    return (
      <OutsideLink url={value}>
        <bdi dir="ltr">{value.replace(/^https?:\/\//i, "").replace(/\/$/, "")}</bdi>
      </OutsideLink>
    );
  }
  return (
    <bdi dir="auto" className="whitespace-pre-wrap">
      {value}
    </bdi>
  );
}
