import type { Customer } from "@onethread/core/api";
import { expect, it } from "vitest";
import { differingDetails } from "./differing-details.ts";

const customer = (name: string | null, attributes: Record<string, unknown>): Customer => ({
  ...{ id: "cus_x", avatarUrl: null, identities: [], conversationId: null, home: null, mergedFrom: [], createdAt: "", lastSeenAt: null },
  ...{ name, attributes },
});

it("asks only where both have something, and not the same", () => {
  const one = customer("Mara Work", { plan: "Gold", size: "M", vip: true, old: null });
  expect(differingDetails([one, customer("Mara Home", { plan: "Silver", size: "M", city: "Oslo", old: "x" })])).toEqual([
    { field: null, values: ["Mara Work", "Mara Home"] },
    { field: "plan", values: ["Gold", "Silver"] },
  ]);
  expect(differingDetails([one, customer(null, {})])).toEqual([]);
});
