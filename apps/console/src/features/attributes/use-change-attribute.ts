"use client";
import type { Customer } from "@onethread/core/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { patchCustomer } from "../../api/customers.ts";
import { keys } from "../../api/keys.ts";
import type { AttributeValue } from "./attribute-value.ts";

/** Null takes the attribute away. */
export type AttributeChange = { name: string; value: AttributeValue | null };

/** Changes one attribute: at once on the screen, and back again when the server does not take it. Rejects then. */
export function useChangeAttribute(customerId: string): (change: AttributeChange) => Promise<void> {
  const client = useQueryClient();
  const queryKey = keys.customer(customerId);
  const one = ["change-attribute", customerId];
  const show = (name: string, value: unknown) =>
    client.setQueryData<Customer>(queryKey, (now) => {
      if (!now) return now;
      const { [name]: _before, ...others } = now.attributes;
      return { ...now, attributes: value === null || value === undefined ? others : { ...others, [name]: value } };
    });
  const { mutateAsync } = useMutation({
    mutationKey: one,
    // One after the other, in the order they were made.
    scope: { id: one.join(" ") },
    mutationFn: ({ name, value }: AttributeChange) => patchCustomer(customerId, { attributes: { [name]: value } }),
    onMutate: async ({ name, value }) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<Customer>(queryKey)?.attributes[name];
      show(name, value);
      return before;
    },
    // Of several changes under way the last one's answer holds them all.
    onSuccess: (customer) => client.isMutating({ mutationKey: one }) === 1 && client.setQueryData(queryKey, customer),
    onError: (_error, { name }, before) => show(name, before),
  });
  return async (change) => void (await mutateAsync(change));
}
