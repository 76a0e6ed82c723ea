import { z } from "zod";
import { identityKinds } from "../identity.ts";
import { listOf, timestamp, typeId } from "./primitives.ts";

export const identity = z
  .object({
    id: typeId("identity"),
    kind: z.enum(identityKinds),
    scope: z.string(),
    value: z.string(),
    strength: z.enum(["proven", "claimed"]),
    channelAccountId: typeId("channelAccount").nullable(),
    displayName: z.string().nullable(),
    since: timestamp,
  })
  .meta({ id: "Identity" });

export const customer = z
  .object({
    id: typeId("customer"),
    name: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    identities: z.array(identity),
    conversationId: typeId("conversation").nullable(),
    attributes: z.record(z.string(), z.unknown()),
    /** Where their telephone number is from: ISO 3166-1 alpha-2; and its IANA time zone, null where the country's clocks differ. */
    home: z.object({ country: z.string(), timeZone: z.string().nullable() }).nullable(),
    mergedFrom: z.array(typeId("customer")),
    createdAt: timestamp,
    lastSeenAt: timestamp.nullable(),
  })
  .meta({ id: "Customer" });
export type Customer = z.infer<typeof customer>;
export const customerPage = listOf(customer);

export const customerPatch = z.strictObject({
  name: z.string().trim().min(1).max(200).nullable().optional(),
  /** Each one that is named takes the new value, the others stay; null takes it away. At most 200 in all. */
  attributes: z.record(z.string().trim().min(1).max(100), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()])).optional(),
});

export const claimInput = z.strictObject({
  kind: z.enum(["email", "phone", "external_id"]),
  value: z.string().trim().min(1).max(320),
});

export const merge = z
  .object({
    id: typeId("merge"),
    survivorId: typeId("customer"),
    mergedId: typeId("customer"),
    conversationId: typeId("conversation").nullable(),
    by: z.object({ type: z.enum(["agent", "api_key", "system"]), id: z.string().nullable(), name: z.string().nullable() }),
    reason: z.string().nullable(),
    evidence: z.array(z.object({ kind: z.string(), detail: z.string() })),
    at: timestamp,
    undoneAt: timestamp.nullable(),
  })
  .meta({ id: "Merge" });
export type Merge = z.infer<typeof merge>;
/**
 * `name`: whose name is shown from now on; without it, whichever a platform sent last, unless a person gave one.
 * `otherAttributes`: attributes whose value is the other's where both have one. What only one has stays in any case.
 */
export const mergeInput = z.strictObject({
  other: typeId("customer"),
  reason: z.string().trim().max(500).optional(),
  name: z.enum(["own", "other"]).optional(),
  otherAttributes: z.array(z.string().max(100)).max(200).optional(),
});
export const mergeList = z.object({ data: z.array(merge) });

export const mergeSuggestion = z
  .object({
    customerId: typeId("customer"),
    otherId: typeId("customer"),
    evidence: z.array(z.object({ kind: z.string(), detail: z.string() })),
  })
  .meta({ id: "MergeSuggestion" });
export const mergeSuggestionList = z.object({ data: z.array(mergeSuggestion) });

export const handOverLinkInput = z.strictObject({ channelAccountId: typeId("channelAccount") });
export const handOverLink = z.object({ url: z.string(), token: z.string(), expiresAt: timestamp }).meta({ id: "HandOverLink" });
