"use client";
import type { Customer } from "@onethread/core/api";
import { useTranslations } from "next-intl";

type Nameable = { id: string; name: string | null };

/** Ends of ids are random: enough to tell two visitors of a page apart. */
const markOf = ({ id }: Nameable): string => id.slice(-4).toUpperCase();

/** How a customer is called: by their name, else as a visitor of a website with a mark that stays, else as unknown. `channels`: what they wrote through. */
export function useCustomerName(): (customer: Nameable, channels: readonly string[]) => string {
  const t = useTranslations("list");
  return (customer, channels) => {
    if (customer.name !== null) return customer.name;
    const onlyVisits = channels.length > 0 && channels.every((channel) => channel === "webchat");
    return onlyVisits ? t("visitor", { mark: markOf(customer) }) : t("noName");
  };
}

/** Who is known by visits only, whatever they have said of themselves. */
const channelsOf = ({ identities }: Pick<Customer, "identities">): string[] => {
  const proven = identities.filter(({ strength }) => strength === "proven");
  return proven.length > 0 && proven.every(({ kind }) => kind === "visitor" || kind === "external_id") ? ["webchat"] : [];
};

/** The same of a customer whose identities are known. */
export function useNameOfCustomer(): (customer: Nameable & Pick<Customer, "identities">) => string {
  const nameOf = useCustomerName();
  return (customer) => nameOf(customer, channelsOf(customer));
}
