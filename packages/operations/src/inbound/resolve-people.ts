import { type IdentityKey, type InboundEvent, identityKeyText, identityKinds, type KnownIdentity, PeopleMatcher } from "@onethread/core";
import { newId, type Tx } from "@onethread/db/client";
import {
  type ConversationHead,
  claimToken,
  findConversations,
  findIdentities,
  findNeverPairs,
  findTokens,
  type IdentityRow,
  insertPeople,
  joinPersons,
  lockCustomers,
  lockNames,
  mergeRows,
  messageName,
  type TokenRow,
  type WorkspaceKey,
  workspaceKeyText,
} from "@onethread/db/write";
import type { Unit } from "./route-items.ts";

export type Resolved = { people: Map<Unit, Person>; strangers: boolean };

/** Whose an event is: the identity it went through, its customer's conversation, and what a token in it did. */
export type Person = {
  identity: KnownIdentity;
  conversation: ConversationHead;
  /** The case an item belongs to that opens one: the open case's id, else the next one's. */
  nextCaseId: string;
  token: "followed" | "used" | null;
};

/** Somebody else changed who is who between our look and our lock: the batch is tried again from the start. */
export class PeopleChanged extends Error {}

/**
 * Finds, makes and joins the people behind a batch of events, in few statements whatever its size. Locks first the
 * names (in one order), then the customers; what was read before the locks is read again after them. What stands in one
 * `Promise.all` runs in the order it is written in, in one round trip.
 */
export async function resolvePeople(tx: Tx, units: readonly Unit[], now: Date): Promise<Resolved> {
  const known = units.flatMap((unit) => ("customer" in unit.event ? [{ unit, keys: keysOf(unit.event) }] : []));
  const keys = dedupe(known.flatMap(({ unit, keys }) => keys.map((key) => ({ workspaceId: unit.account.workspaceId, key }))));
  const wantedTokens = known.flatMap(({ unit }) =>
    "token" in unit.event && unit.event.token ? [{ workspaceId: unit.account.workspaceId, token: unit.event.token }] : [],
  );
  const [, tokens, before] = await Promise.all([
    lockNames(tx, [
      ...keys.map(workspaceKeyText),
      ...wantedTokens.map((one) => `${one.workspaceId}/token/${one.token}`),
      ...units.flatMap(messageNames),
    ]),
    findTokens(tx, wantedTokens),
    findIdentities(tx, keys),
  ]);
  const customerIds = [...new Set([...before.map((row) => row.customerId), ...tokens.map((token) => token.customerId)])];
  const [{ merged }, identities, conversations, never] = await Promise.all([
    lockCustomers(tx, customerIds),
    customerIds.length > 0 ? findIdentities(tx, keys) : before,
    findConversations(tx, customerIds),
    customerIds.length > 1 ? findNeverPairs(tx, customerIds) : [],
  ]);
  if (merged || identities.some((row) => !customerIds.includes(row.customerId))) throw new PeopleChanged();

  const people = new Map<Unit, Person>();
  let strangers = false;
  for (const workspaceId of new Set(known.map(({ unit }) => unit.account.workspaceId))) {
    const resolver = new WorkspaceResolver(tx, workspaceId, {
      identities: identities.filter((row) => row.workspaceId === workspaceId),
      tokens: tokens.filter((row) => row.workspaceId === workspaceId),
      conversations: conversations.filter((row) => row.workspaceId === workspaceId),
      never: never.filter((row) => row.workspaceId === workspaceId),
    });
    strangers =
      (await resolver.run(
        known.filter(({ unit }) => unit.account.workspaceId === workspaceId),
        now,
        people,
      )) || strangers;
  }
  return { people, strangers };
}

/** A message and what happens to it may be worked off at once by two: unlocked, neither would see the other's row. */
function messageNames({ event, account }: Unit): string[] {
  if (event.type === "message") return [messageName(account.id, event.externalId)];
  return "target" in event ? [messageName(account.id, event.target)] : [];
}

/** Strongest first. A link's two sides and a changed number's old side count as well. */
function keysOf(event: Extract<InboundEvent, { customer: unknown }>): IdentityKey[] {
  const former = event.type === "link" ? event.formerKeys : event.type === "message" ? (event.formerKeys ?? []) : [];
  return [...byStrength(event.customer.keys), ...former];
}

const byStrength = (keys: readonly IdentityKey[]) => [...keys].sort((a, b) => identityKinds.indexOf(a.kind) - identityKinds.indexOf(b.kind));

/** A receipt alone makes nobody known; an item does, and so does anything that proves two keys to be one person. */
const introduces = (event: InboundEvent): boolean =>
  event.type === "message" ||
  event.type === "referral" ||
  event.type === "occurrence" ||
  event.type === "link" ||
  ("customer" in event && event.customer.keys.length > 1);

type Found = { identities: IdentityRow[]; tokens: TokenRow[]; conversations: ConversationHead[]; never: { a: string; b: string }[] };

class WorkspaceResolver {
  private readonly matcher: PeopleMatcher;
  private readonly nextCases = new Map<string, string>();
  private readonly accountOf = new Map<string, string>();
  private readonly claims: { token: string; identityId: string; at: Date }[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly workspaceId: string,
    private readonly found: Found,
  ) {
    this.matcher = new PeopleMatcher({
      known: new Map(found.identities.map((row) => [identityKeyText(row.key), row])),
      neverPairs: new Set(found.never.map(({ a, b }) => `${a}|${b}`)),
      newId,
    });
  }

  /** Puts everybody's place into `result`. Answers whether somebody new is among them. */
  async run(known: readonly { unit: Unit; keys: IdentityKey[] }[], now: Date, result: Map<Unit, Person>): Promise<boolean> {
    const resolved: { unit: Unit; identity: KnownIdentity; token: Person["token"] }[] = [];
    for (const { unit } of known) {
      const { event } = unit;
      if (!("customer" in event)) continue;
      const keys = byStrength(event.customer.keys);
      if (!introduces(event)) continue;
      const former = event.type === "link" ? event.formerKeys : event.type === "message" ? (event.formerKeys ?? []) : [];
      for (const key of [...keys, ...former]) if (!key.kind.startsWith("wa_")) this.accountOf.set(identityKeyText(key), unit.account.id);
      const identity = this.matcher.resolve(keys, former);
      resolved.push({ unit, identity, token: this.follow(unit, identity) });
    }
    const conversationOf = await this.write(now);
    for (const { unit, identity, token } of resolved) {
      const conversation = conversationOf(this.matcher.root(identity.customerId));
      result.set(unit, { identity, conversation, nextCaseId: this.nextCase(conversation), token });
    }
    this.addReceiptsOfKnown(known, conversationOf, result);
    return this.matcher.plan.identities.length > 0;
  }

  private nextCase(conversation: ConversationHead): string {
    const id = this.nextCases.get(conversation.id) ?? conversation.caseId ?? newId();
    this.nextCases.set(conversation.id, id);
    return id;
  }

  /** A token in the item joins its sender with the customer the link was made for; the first sender owns it. */
  private follow({ event, account }: Unit, identity: KnownIdentity): Person["token"] {
    if (!("token" in event) || !event.token) return null;
    const row = this.found.tokens.find((one) => one.token === event.token && one.channelAccountId === account.id);
    if (!row || event.occurredAt > row.expiresAt.getTime()) return null;
    if (row.claimedIdentityId !== null)
      return row.claimedIdentityId === identity.id || this.matcher.root(row.customerId) === this.matcher.root(identity.customerId)
        ? "followed"
        : "used";
    if (!this.matcher.link(identity, row.customerId, row.token)) return "used";
    row.claimedIdentityId = identity.id;
    this.claims.push({ token: row.token, identityId: identity.id, at: new Date(event.occurredAt) });
    return "followed";
  }

  private async write(now: Date): Promise<(customerId: string) => ConversationHead> {
    const { plan } = this.matcher;
    const heads = new Map(this.found.conversations.map((head) => [head.customerId, head]));
    const customers = plan.customers.map(({ id }) => ({ workspaceId: this.workspaceId, id, conversationId: newId(), createdAt: now }));
    for (const customer of customers) {
      heads.set(customer.id, { workspaceId: this.workspaceId, id: customer.conversationId, customerId: customer.id, caseId: null, status: "done" });
    }
    const identities = plan.identities.map((identity) => ({
      ...identity,
      workspaceId: this.workspaceId,
      channelAccountId: this.accountOf.get(identityKeyText(identity.key)) ?? null,
      createdAt: now,
    }));
    await insertPeople(this.tx, customers, identities);
    await joinPersons(
      this.tx,
      plan.persons.map((pair) => ({ workspaceId: this.workspaceId, ...pair })),
    );
    for (const merge of plan.merges) {
      const by = { type: "system" as const, id: null, name: null };
      await mergeRows(this.tx, { id: newId(), workspaceId: this.workspaceId, ...merge, by, reason: null, at: now });
    }
    for (const claim of this.claims) await claimToken(this.tx, { workspaceId: this.workspaceId, ...claim });
    if (plan.merges.length > 0) await this.reread(heads, plan.merges);
    return (customerId) => {
      const head = heads.get(customerId);
      if (!head) throw new PeopleChanged();
      return head;
    };
  }

  /** A merge may have given the survivor the other's open case. */
  private async reread(heads: Map<string, ConversationHead>, merges: readonly { survivorId: string }[]): Promise<void> {
    for (const head of await findConversations(
      this.tx,
      merges.map((merge) => this.matcher.root(merge.survivorId)),
    ))
      heads.set(head.customerId, head);
  }

  /** Receipts and reactions of people we know already get their place too. */
  private addReceiptsOfKnown(
    known: readonly { unit: Unit; keys: IdentityKey[] }[],
    conversationOf: (id: string) => ConversationHead,
    result: Map<Unit, Person>,
  ): void {
    const byKey = new Map(this.found.identities.map((row) => [identityKeyText(row.key), row]));
    for (const { unit, keys } of known) {
      if (result.has(unit)) continue;
      const identity = keys.flatMap((key) => byKey.get(identityKeyText(key)) ?? [])[0];
      if (!identity) continue;
      const conversation = conversationOf(this.matcher.root(identity.customerId));
      result.set(unit, { identity, conversation, nextCaseId: this.nextCase(conversation), token: null });
    }
  }
}

function dedupe(keys: readonly WorkspaceKey[]): WorkspaceKey[] {
  return [...new Map(keys.map((one) => [workspaceKeyText(one), one])).values()];
}
