"use client";
import type { Customer } from "@onethread/core/api";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useNameOfCustomer } from "../../i18n/use-customer-name.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { cn } from "../../ui/class-names.ts";
import { IdentityList } from "../customer-panel/identity-list.tsx";

type Props = { customers: [Customer, Customer]; survivorId: string; onChoose: (id: string) => void };

/** Both side by side; the one that is picked gives name, owner and address, the other's things move to it. */
export function CompareCustomers({ customers, survivorId, onChoose }: Props) {
  const t = useTranslations("merge");
  const dates = useDates();
  const nameOf = useNameOfCustomer();
  const name = useId();
  const gone = customers.find((customer) => customer.id !== survivorId);
  const stays = customers.find((customer) => customer.id === survivorId);
  return (
    <fieldset>
      <legend className="mb-2 text-muted">{t("whoStays")}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {customers.map((customer) => {
          const survives = customer.id === survivorId;
          return (
            <label
              key={customer.id}
              className={cn(
                "flex flex-col gap-3 rounded-panel border p-3 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent",
                survives ? "border-accent bg-selected/50" : "border-line",
              )}
            >
              <span className="flex items-center gap-2">
                <input type="radio" name={name} checked={survives} onChange={() => onChoose(customer.id)} className="accent-(--c-accent)" />
                <bdi className="min-w-0 flex-1 truncate font-semibold">{nameOf(customer)}</bdi>
                {survives && <span className="text-accent-text text-sm">{t("stays")}</span>}
              </span>
              <IdentityList identities={customer.identities} />
              <span className="text-muted text-sm">{t("since", { date: dates.appointment(customer.createdAt) })}</span>
            </label>
          );
        })}
      </div>
      {gone && stays && (
        <p className="mt-3 text-muted">{t("consequence", { count: gone.identities.length, from: nameOf(gone), to: nameOf(stays) })}</p>
      )}
    </fieldset>
  );
}
