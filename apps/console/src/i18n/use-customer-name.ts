"use client";
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
