"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getCustomer } from "../../api/customers.ts";
import { keys } from "../../api/keys.ts";
import { useMay } from "../frame/me.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { MergeDialog } from "./merge-dialog.tsx";

/** Merging the open conversation's customer, whether the details are shown or not. */
export function MergeByKey({ customerId }: { customerId: string }) {
  const [open, setOpen] = useState(false);
  useShortcut("merge", () => setOpen(true), useMay("merge_customers"));
  const customer = useQuery({ queryKey: keys.customer(customerId), queryFn: ({ signal }) => getCustomer(customerId, signal), enabled: open });
  return open && customer.data ? <MergeDialog customer={customer.data} otherId={null} onClose={() => setOpen(false)} /> : null;
}
