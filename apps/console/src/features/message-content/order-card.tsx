"use client";
import type { TimelineItem } from "@onethread/core/api";
import { ShoppingBag } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { CardBox } from "./card-box.tsx";
import { money } from "./money.ts";
import { OutsideLink } from "./outside-link.tsx";

/** What somebody put into a cart: the lines and what they come to. */
export function OrderCard({ order }: { order: NonNullable<TimelineItem["content"]["order"]> }) {
  const t = useTranslations("content");
  const locale = useLocale();
  return (
    <CardBox label={t("order")}>
      <p className="flex items-center gap-2 px-3 pt-2 font-medium">
        <ShoppingBag aria-hidden className="size-4 shrink-0 text-muted" />
        {t("order")}
      </p>
      <table className="w-full border-spacing-0 text-start">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("quantity")}</th>
            <th scope="col">{t("product")}</th>
            <th scope="col">{t("unitPrice")}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one order never move.
            <tr key={index} className="align-top">
              <td className="tabular whitespace-nowrap py-1 ps-3 pe-2 text-muted">{line.quantity} ×</td>
              <td className="w-full py-1 [overflow-wrap:anywhere]">
                <bdi>{line.title ?? line.productId ?? t("product")}</bdi>
                {line.imageUrl && (
                  <span className="block text-sm">
                    <OutsideLink url={line.imageUrl}>{t("openPicture")}</OutsideLink>
                  </span>
                )}
              </td>
              <td className="tabular whitespace-nowrap py-1 ps-2 pe-3 text-end">
                {line.unitPrice === null ? "" : money(line.unitPrice, line.currency, locale)}
              </td>
            </tr>
          ))}
        </tbody>
        {order.total !== null && (
          <tfoot>
            <tr className="font-semibold">
              <th scope="row" colSpan={2} className="border-line border-t py-1.5 ps-3 text-start font-semibold">
                {t("total")}
              </th>
              <td className="tabular whitespace-nowrap border-line border-t py-1.5 ps-2 pe-3 text-end">
                {money(order.total, order.currency, locale)}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </CardBox>
  );
}
