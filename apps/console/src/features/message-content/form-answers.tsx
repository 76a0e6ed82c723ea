"use client";
import type { TimelineItem } from "@onethread/core/api";
import { ClipboardList } from "lucide-react";
import { useTranslations } from "next-intl";
import { CardBox } from "./card-box.tsx";
import { formRows } from "./form-rows.ts";

/** A form the customer filled in, field by field. */
export function FormAnswers({ form }: { form: NonNullable<TimelineItem["content"]["form"]> }) {
  const t = useTranslations("content");
  const rows = form.fields ? formRows(form.fields) : [];
  const key = `formName.${form.name ?? "flow"}` as "formName.flow";
  const name = t.has(key) ? t(key) : (form.name ?? t("form"));
  return (
    <CardBox label={name}>
      <p className="flex items-center gap-2 px-3 pt-2 font-medium">
        <ClipboardList aria-hidden className="size-4 shrink-0 text-muted" />
        <bdi>{name}</bdi>
      </p>
      {rows.length === 0 ? (
        <p className="px-3 pb-2 text-muted">{t("formUnreadable")}</p>
      ) : (
        <table className="mb-1.5 w-full text-start">
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} className="align-top">
                <th scope="row" className="py-0.5 ps-3 pe-2 text-start font-normal text-muted [overflow-wrap:anywhere]">
                  <bdi>{row.name}</bdi>
                </th>
                <td className="py-0.5 pe-3 [overflow-wrap:anywhere]">
                  <bdi>{row.value}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </CardBox>
  );
}
