"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { searchCustomers } from "../../api/customers.ts";
import { keys } from "../../api/keys.ts";
import { useNameOfCustomer } from "../../i18n/use-customer-name.ts";
import { useDates } from "../../i18n/use-dates.ts";
import { useNow } from "../../i18n/use-now.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Input } from "../../ui/input.tsx";

type Props = { excludeId: string; onChoose: (id: string) => void };

/** Finds the other customer by name or address. */
export function CustomerSearch({ excludeId, onChoose }: Props) {
  const t = useTranslations("merge");
  const dates = useDates();
  const nameOf = useNameOfCustomer();
  const now = useNow();
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: keys.customerSearch(q),
    queryFn: ({ signal }) => searchCustomers(q, signal),
    placeholderData: keepPreviousData,
  });
  const customers = (found.data ?? []).filter((customer) => customer.id !== excludeId);
  return (
    <div className="flex min-h-72 flex-col gap-2 pb-2">
      <Input
        type="search"
        autoFocus
        aria-label={t("search")}
        placeholder={t("search")}
        value={text}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
      />
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      <ul className="flex flex-col">
        {customers.map((customer) => (
          <li key={customer.id}>
            <button
              type="button"
              data-testid="merge-candidate"
              data-customer-id={customer.id}
              onClick={() => onChoose(customer.id)}
              className="flex w-full items-center gap-3 rounded-control px-2 py-2 text-start hover:bg-hover"
            >
              <Avatar name={customer.name} />
              <span className="min-w-0 flex-1">
                <bdi className="block truncate font-medium">{nameOf(customer)}</bdi>
                <span className="block truncate text-muted text-sm">
                  {customer.identities.map((identity) => identity.displayName ?? identity.value).join(" · ")}
                </span>
              </span>
              {customer.lastSeenAt && <span className="text-sm text-subtle">{dates.short(customer.lastSeenAt, now)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {found.isSuccess && customers.length === 0 && <p className="py-6 text-center text-muted">{t("nobody")}</p>}
    </div>
  );
}
