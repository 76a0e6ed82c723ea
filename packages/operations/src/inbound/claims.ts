import { storable } from "@onethread/core";
import { newId } from "@onethread/db/client";
import type { ClaimToWrite } from "@onethread/db/write";
import type { News } from "@onethread/realtime";
import type { Person } from "./resolve-people.ts";
import type { Unit } from "./route-items.ts";

/** Addresses that people typed, each beside the identity they typed it through. */
export const claimsIn = (units: readonly Unit[], people: ReadonlyMap<Unit, Person>, now: Date): ClaimToWrite[] =>
  units.flatMap((unit) => {
    const person = people.get(unit);
    const { event, account } = unit;
    if (!person || event.type !== "message") return [];
    return (event.claims ?? []).map(({ kind, value }) => ({
      workspaceId: account.workspaceId,
      id: newId(),
      kind,
      value: storable(value),
      claimedBy: person.identity.id,
      customerId: person.conversation.customerId,
      createdAt: now,
    }));
  });

/** Whoever shows one of these customers, or whom they may be one with, looks again. */
export const claimNews = (claims: readonly ClaimToWrite[]): News[] =>
  [...new Map(claims.map((one) => [one.customerId, one])).values()].map(({ workspaceId, customerId }) => ({
    workspaceId,
    kind: "customer",
    ids: [customerId],
  }));
