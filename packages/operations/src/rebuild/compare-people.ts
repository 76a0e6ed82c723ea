import { identityKeyText } from "@onethread/core";
import { forIngest } from "@onethread/db/client";
import {
  type CustomerRecord,
  findPeople,
  type PersonRecord,
  readCustomerRows,
  readIdentitiesOf,
  readIdentityPage,
  readShownNames,
  readTurns,
} from "@onethread/db/read";
import { type Comparison, pageSize } from "./compare-rows.ts";
import { differingFields } from "./difference.ts";

/** Who is one person, names, whose turn it is, and how cases stand where no person has touched them. */
export async function comparePeople(comparison: Comparison): Promise<void> {
  for (let after: string | null = null; ; ) {
    const customers: CustomerRecord[] = await readCustomerRows(comparison.kept, comparison.workspaceId, after, pageSize);
    await comparePage(comparison, customers);
    after = customers.at(-1)?.id ?? null;
    if (customers.length < pageSize) break;
  }
  await findMissing(comparison);
}

type Group = { customer: CustomerRecord; kept: PersonRecord[]; rebuiltId: string | null };

async function comparePage(comparison: Comparison, customers: readonly CustomerRecord[]): Promise<void> {
  const { workspaceId, kept, rebuilt, onDifference, count } = comparison;
  const identities = await readIdentitiesOf(
    kept,
    workspaceId,
    customers.map((one) => one.id),
  );
  const found = await forIngest(rebuilt, (tx) =>
    findPeople(
      tx,
      workspaceId,
      identities.map((one) => one.key),
    ),
  );
  const byKey = new Map(found.map((one) => [identityKeyText(one.key), one]));
  count("identities", identities.length);
  for (const one of identities) {
    const other = byKey.get(identityKeyText(one.key));
    const fields = other ? differingFields(one.fields, other.fields) : [];
    if (other && fields.length === 0) continue;
    const place = { id: one.id, rebuiltId: other?.id ?? null, key: identityKeyText(one.key) };
    onDifference({ kind: "identity", workspaceId, problem: other ? "different" : "extra", ...place, fields });
  }
  const groups = groupsOf(customers, identities, byKey);
  count("customers", groups.length);
  const agreeing = await compareGroups(comparison, groups, byKey);
  await compareConversations(comparison, agreeing);
  await compareNames(comparison, groups);
}

/** Each customer with its counterpart: who has most of its identities. */
function groupsOf(customers: readonly CustomerRecord[], identities: readonly PersonRecord[], byKey: ReadonlyMap<string, PersonRecord>): Group[] {
  return customers.flatMap((customer) => {
    const kept = identities.filter((one) => one.customerId === customer.id);
    const counts = new Map<string, number>();
    for (const one of kept) {
      const owner = byKey.get(identityKeyText(one.key))?.customerId;
      if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return customer.merged && kept.length === 0 ? [] : [{ customer, kept, rebuiltId: most?.[0] ?? null }];
  });
}

/** Says which customers are made of other identities. Answers those that are made of the same. */
async function compareGroups(comparison: Comparison, groups: readonly Group[], byKey: ReadonlyMap<string, PersonRecord>): Promise<Group[]> {
  const { workspaceId, kept, rebuilt, onDifference } = comparison;
  const rebuiltIds = groups.flatMap((group) => group.rebuiltId ?? []);
  const whole = await forIngest(rebuilt, (tx) => readIdentitiesOf(tx, workspaceId, rebuiltIds));
  const elsewhere = new Map(
    (
      await findPeople(
        kept,
        workspaceId,
        whole.map((one) => one.key),
      )
    ).map((one) => [identityKeyText(one.key), one]),
  );
  const agreeing: Group[] = [];
  for (const group of groups) {
    const together = group.kept.filter((one) => (byKey.get(identityKeyText(one.key))?.customerId ?? group.rebuiltId) !== group.rebuiltId);
    const own = whole.filter((one) => one.customerId === group.rebuiltId);
    const apart = own.flatMap((one) => elsewhere.get(identityKeyText(one.key)) ?? []).filter((one) => one.customerId !== group.customer.id);
    if (together.length > 0 || apart.length > 0) {
      const ids = (list: readonly PersonRecord[]) => list.map((one) => one.id);
      onDifference({ kind: "people", workspaceId, customerId: group.customer.id, together: ids(together), apart: ids(apart) });
      continue;
    }
    agreeing.push(group);
    compareAddressees(comparison, group, own);
  }
  return agreeing;
}

/** Which identities are one addressee. Where people split customers, ids of addressees were given anew. */
function compareAddressees({ workspaceId, onDifference }: Comparison, { customer, kept }: Group, rebuilt: readonly PersonRecord[]): void {
  const sets = (list: readonly PersonRecord[]) => {
    const persons = new Map<string, string[]>();
    for (const one of list) persons.set(one.personId, [...(persons.get(one.personId) ?? []), identityKeyText(one.key)]);
    return JSON.stringify([...persons.values()].map((keys) => keys.sort()).sort());
  };
  const known = new Set(kept.map((one) => identityKeyText(one.key)));
  const same = sets(kept) === sets(rebuilt.filter((one) => known.has(identityKeyText(one.key))));
  if (!same && !customer.touched) onDifference({ kind: "customer", workspaceId, id: customer.id, fields: ["addressees"] });
}

async function compareConversations({ workspaceId, rebuilt, onDifference }: Comparison, groups: readonly Group[]): Promise<void> {
  const wanted = groups.flatMap(({ customer, rebuiltId }) => (rebuiltId ? [{ customerId: rebuiltId, floor: customer.waitingFloor }] : []));
  const turns = new Map((await forIngest(rebuilt, (tx) => readTurns(tx, workspaceId, wanted))).map((turn) => [turn.customerId, turn]));
  for (const { customer, rebuiltId } of groups) {
    const turn = rebuiltId ? turns.get(rebuiltId) : undefined;
    const fields: string[] = [];
    if (turn && (turn.waitingOn !== customer.waitingOn || turn.waitingSince !== customer.waitingSince)) fields.push("waiting");
    const status = turn && (turn.sent ? "open" : turn.status);
    if (status && !customer.touched && status !== customer.status) fields.push("status");
    if (!customer.caseFits) fields.push("case");
    if (!customer.lastFits) fields.push("last message");
    if (fields.length === 0) continue;
    onDifference({ kind: "conversation", workspaceId, id: customer.conversationId, customerId: customer.id, fields, status: status ?? null });
  }
}

async function compareNames({ workspaceId, kept, onDifference }: Comparison, groups: readonly Group[]): Promise<void> {
  const customers = groups.map((group) => group.customer);
  const shown = new Map(
    (
      await readShownNames(
        kept,
        workspaceId,
        customers.map((one) => one.id),
      )
    ).map((one) => [one.customerId, one.name]),
  );
  for (const { id, name, givenName } of customers) {
    if ((givenName ?? shown.get(id) ?? null) !== name) onDifference({ kind: "customer", workspaceId, id, fields: ["name"] });
  }
}

/** People that webhooks make known and that are not kept. */
async function findMissing({ workspaceId, kept, rebuilt, onDifference }: Comparison): Promise<void> {
  for (let after: string | null = null; ; ) {
    const from: string | null = after;
    const page: PersonRecord[] = await forIngest(rebuilt, (tx) => readIdentityPage(tx, workspaceId, from, pageSize));
    const keys = page.map((one) => one.key);
    const have = new Set((await findPeople(kept, workspaceId, keys)).map((one) => identityKeyText(one.key)));
    for (const one of page) {
      const key = identityKeyText(one.key);
      if (!have.has(key)) onDifference({ kind: "identity", workspaceId, problem: "missing", id: null, rebuiltId: one.id, key, fields: [] });
    }
    after = page.at(-1)?.id ?? null;
    if (page.length < pageSize) return;
  }
}
