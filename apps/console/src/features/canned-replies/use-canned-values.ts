"use client";
import { type CannedValues, firstName } from "@onethread/core";
import { useMe } from "../frame/me.tsx";

/** What canned replies are filled with when the signed-in agent uses them for this customer. */
export function useCannedValues(customerName: string | null): CannedValues {
  const me = useMe();
  return {
    "customer.name": customerName,
    "customer.first_name": firstName(customerName),
    "agent.name": me.agent?.name ?? null,
    "agent.first_name": firstName(me.agent?.name),
    "workspace.name": me.workspace.name,
  };
}
