"use client";
import { useQuery } from "@tanstack/react-query";
import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { listBusinessHours } from "../../api/business-hours.ts";
import { keys } from "../../api/keys.ts";
import { ListPage } from "../settings/list-page.tsx";
import { HoursDialog } from "./hours-dialog.tsx";
import { HoursRow } from "./hours-row.tsx";

/** When the business is there. */
export function HoursScreen() {
  const t = useTranslations("hours");
  const query = useQuery({ queryKey: keys.businessHours, queryFn: listBusinessHours });
  return (
    <ListPage right="manage_business_hours" Icon={Clock} t={t} query={query} dialog={(hours, close) => <HoursDialog hours={hours} onClose={close} />}>
      {(rows, edit) => (
        <ul className="divide-y divide-line rounded-panel border border-line">
          {rows.map((hours) => (
            <HoursRow key={hours.id} hours={hours} onEdit={() => edit(hours)} />
          ))}
        </ul>
      )}
    </ListPage>
  );
}
