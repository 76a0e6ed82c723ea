import { type IdentityKey, identityKeyText, sharesAddressee } from "./identity.ts";

/** An identity as the matcher knows it: whose it is and which addressee it belongs to. */
export type KnownIdentity = { id: string; customerId: string; personId: string };

export type NewIdentity = KnownIdentity & { key: IdentityKey };
export type PlannedMerge = { survivorId: string; mergedId: string; evidence: { kind: string; detail: string }[] };

/** What one workspace's senders come to: who is new, who is one with whom. */
export type PeoplePlan = {
  customers: { id: string }[];
  identities: NewIdentity[];
  merges: PlannedMerge[];
  /** Addressees that turned out to be one. */
  persons: { from: string; to: string }[];
};

export type MatcherInput = {
  known: ReadonlyMap<string, KnownIdentity>;
  /** Pairs of customers, both ways as `a|b`, that a person has said are never one. */
  neverPairs: ReadonlySet<string>;
  newId: () => string;
};

/**
 * Finds and joins the people behind sender keys. All keys of one sender are one person: that is proof, whatever the
 * order things arrive in; so owners that one item joins are merged. A "never these two" pair wins over it: the sender
 * then resolves by its strongest key alone. Pure bookkeeping over what the caller has read; the caller writes the plan.
 */
export class PeopleMatcher {
  readonly plan: PeoplePlan = { customers: [], identities: [], merges: [], persons: [] };
  private readonly identities: Map<string, KnownIdentity>;
  private readonly mergedInto = new Map<string, string>();
  private readonly created = new Set<string>();
  private readonly never: Set<string>;
  private readonly newId: () => string;

  constructor(input: MatcherInput) {
    this.identities = new Map([...input.known].map(([text, identity]) => [text, { ...identity }]));
    this.never = new Set(input.neverPairs);
    this.newId = input.newId;
  }

  /** The identity of a sender's strongest key, after everything its keys prove. `keys`: strongest first. */
  resolve(keys: readonly IdentityKey[], formerKeys: readonly IdentityKey[] = []): KnownIdentity {
    const [strongest] = keys;
    if (!strongest) throw new Error("a sender has at least one key");
    const all = [...keys, ...formerKeys];
    const owner = this.joinOwners(all);
    const person = this.joinPersons(all, owner);
    for (const key of all) if (!this.identities.has(identityKeyText(key))) this.add(key, owner, person);
    return this.at(strongest);
  }

  /** Joins a sender with the customer a hand-over link was made for; that customer stays. False: never these two. */
  link(identity: KnownIdentity, customerId: string, token: string): boolean {
    const from = this.root(identity.customerId);
    const to = this.root(customerId);
    if (from === to) return true;
    if (this.isNever(from, to)) return false;
    // A link's customer is joined through the ledger even when the sender is new: a forwarded link must be undoable.
    this.created.delete(from);
    this.merge(to, from, [{ kind: "hand_over_link", detail: token }]);
    return true;
  }

  root(customerId: string): string {
    let current = customerId;
    for (let next = this.mergedInto.get(current); next; next = this.mergedInto.get(current)) current = next;
    return current;
  }

  private joinOwners(keys: readonly IdentityKey[]): string {
    const owners: string[] = [];
    for (const key of keys) {
      const found = this.identities.get(identityKeyText(key));
      const owner = found && this.root(found.customerId);
      if (owner && !owners.includes(owner)) owners.push(owner);
    }
    const [first, ...others] = owners;
    if (!first) return this.create();
    let owner = first;
    for (const other of others) {
      const survivor = this.elder(owner, other);
      const merged = survivor === owner ? other : owner;
      if (this.isNever(survivor, merged)) continue;
      this.merge(survivor, merged, [{ kind: "same_sender", detail: keys.map((key) => key.kind).join(" + ") }]);
      owner = survivor;
    }
    return this.root(owner);
  }

  /** A number and the ids beside it, or the browsers of one signed-in visitor, are one addressee; elsewhere each identity is its own. */
  private joinPersons(keys: readonly IdentityKey[], owner: string): string {
    const found = keys
      .filter((key) => sharesAddressee(key.kind))
      .flatMap((key) => this.identities.get(identityKeyText(key)) ?? [])
      .filter((identity) => this.root(identity.customerId) === owner);
    const persons = [...new Set(found.map((identity) => identity.personId))].sort();
    const [first] = persons;
    if (!first) return this.newId();
    for (const [, identity] of this.identities) {
      if (identity.personId === first || !persons.includes(identity.personId)) continue;
      identity.personId = first;
    }
    for (const planned of this.plan.identities) if (persons.includes(planned.personId)) planned.personId = first;
    for (const from of persons) if (from !== first) this.plan.persons.push({ from, to: first });
    return first;
  }

  private add(key: IdentityKey, customerId: string, person: string): void {
    const id = this.newId();
    const identity = { id, customerId, personId: sharesAddressee(key.kind) ? person : id };
    this.identities.set(identityKeyText(key), identity);
    this.plan.identities.push({ ...identity, key });
  }

  private at(key: IdentityKey): KnownIdentity {
    const identity = this.identities.get(identityKeyText(key));
    if (!identity) throw new Error("the sender's key is not known after matching");
    return { ...identity, customerId: this.root(identity.customerId) };
  }

  private create(): string {
    const id = this.newId();
    this.plan.customers.push({ id });
    this.created.add(id);
    return id;
  }

  /** Ids are made in time order: the smaller one was there first. What exists already is older than what is planned. */
  private elder(a: string, b: string): string {
    if (this.created.has(a) !== this.created.has(b)) return this.created.has(a) ? b : a;
    return a < b ? a : b;
  }

  private merge(survivorId: string, mergedId: string, evidence: PlannedMerge["evidence"]): void {
    this.mergedInto.set(mergedId, survivorId);
    if (!this.created.has(mergedId)) {
      this.plan.merges.push({ survivorId, mergedId, evidence });
      return;
    }
    // Planned a moment ago and not written yet: it never becomes a customer of its own.
    this.created.delete(mergedId);
    this.plan.customers.splice(
      this.plan.customers.findIndex((customer) => customer.id === mergedId),
      1,
    );
    for (const identity of this.plan.identities) if (identity.customerId === mergedId) identity.customerId = survivorId;
  }

  private isNever(a: string, b: string): boolean {
    for (const pair of this.never) {
      const [one = "", other = ""] = pair.split("|");
      const left = this.root(one);
      const right = this.root(other);
      if ((left === a && right === b) || (left === b && right === a)) return true;
    }
    return false;
  }
}
