import { type IdentityKey, rulesFor, storable, storableDeep } from "@onethread/core";
import type { Behind, Tx } from "@onethread/db/client";
import {
  type AddressUse,
  addAttachments,
  addEffects,
  applyEffects,
  applyWatermarks,
  type CaseReferral,
  type ContactName,
  type ConversationTouch,
  type DoorKey,
  type EffectRow,
  type EffectTarget,
  noteAddresses,
  noteCaseReferrals,
  noteClaims,
  noteContactNames,
  noteInbound,
  noteNames,
  raiseFreeUntil,
  raiseReadByIds,
  refreshConversations,
  refreshCustomers,
  removeAttachmentsOfDeleted,
  type SeenName,
  touchDoors,
  type WrittenItem,
  workspaceKeyText,
  writeItems,
} from "@onethread/db/write";
import type { News } from "@onethread/realtime";
import { failpoint } from "#failpoint";
import { routeOpened } from "../routing/route-opened.ts";
import { accountNotes } from "./account-notes.ts";
import { claimNews, claimsIn } from "./claims.ts";
import { doorTouch } from "./door-touches.ts";
import { effectOf } from "./effect-of.ts";
import { attachmentRows, itemRows } from "./item-rows.ts";
import type { Person } from "./resolve-people.ts";
import type { Unit } from "./route-items.ts";
import { settleOwnEchoes } from "./settle-own-echoes.ts";

/** What writing needs to know besides the batch. */
export type Writing = {
  now: Date;
  mayFetch: (url: string) => boolean;
  behind: Behind;
  /** Cases that begin are sent where the rules say; not when what happened long ago is written again. */
  route: boolean;
};

/**
 * Writes what a batch of events does to timelines, doors, names and conversations. Answers the news to tell, and
 * whether there are files to fetch. What is given without waiting runs in the order it is written in, in one round trip.
 */
export async function writeTimeline(
  tx: Tx,
  units: readonly Unit[],
  people: ReadonlyMap<Unit, Person>,
  { now, mayFetch, behind, route }: Writing,
): Promise<{ news: News[]; files: boolean }> {
  const rows = itemRows(units, people);
  const settledEchoes = await settleOwnEchoes(tx, units, people);
  if (settledEchoes.size > 0) await failpoint("settle.written");
  const names = seenNames(units, people);
  const claims = claimsIn(units, people, now);
  const effects = dedupeEffects(units.flatMap((unit) => effectOf(unit) ?? []));
  const writing = Promise.all([
    writeItems(
      tx,
      rows.filter((row) => !settledEchoes.has(`${row.channel_account_id}/${row.external_id}`)),
    ),
    addEffects(tx, effects),
    touchDoors(
      tx,
      units.flatMap((unit) => doorTouch(unit) ?? []),
    ),
  ]);
  behind(noteNames(tx, names));
  behind(noteClaims(tx, claims));
  behind(noteAddresses(tx, addressUses(units)));
  behind(noteContactNames(tx, contactNames(units, people)));
  behind(noteInbound(tx, accountNotes(units)));
  const [written, changed, moved] = await writing;
  const targets = dedupeTargets([
    ...changed,
    // A plain message that nothing has happened to yet, by far the most common, has nothing to apply.
    ...written.flatMap(({ workspaceId, channelAccountId, externalId, affected }) =>
      affected && channelAccountId && externalId ? [{ workspaceId, channelAccountId, externalId }] : [],
    ),
    ...[...settledEchoes.values()],
  ]);
  const readById: DoorKey[] = units.some((unit) => unit.account.channel === "instagram") ? await raiseReadByIds(tx, targets) : [];
  const itemIds = new Map(written.map((one) => [`${one.channelAccountId}/${one.externalId}`, one.id]));
  const attachments = attachmentRows(units, itemIds, mayFetch, now);
  const touches = conversationTouches(units, people, written);
  const mayBeGone = attachments.length > 0 || effects.some((one) => one.kind === "deletion");
  const applying = Promise.all([applyEffects(tx, targets), applyWatermarks(tx, [...moved, ...readById])]);
  behind(addAttachments(tx, attachments));
  behind(removeAttachmentsOfDeleted(tx, mayBeGone ? targets : []));
  behind(raiseFreeUntil(tx, units.some(({ event }) => event.type === "status" && event.freeUntil) ? targets : []));
  behind(refreshConversations(tx, touches, now));
  behind(noteCaseReferrals(tx, caseReferrals(units, people)));
  behind(
    refreshCustomers(tx, [
      ...names.map((seen) => ({ workspaceId: seen.workspaceId, customerId: seen.customerId, seenAt: seen.at })),
      ...renamed(units, people),
    ]),
  );
  const [shown, raised] = await applying;
  if (route) await routeOpened(tx, openings(units, people, written), now, behind);
  return {
    news: [...tell(touches, [...shown, ...raised], people, units), ...claimNews(claims)],
    files: attachments.some((one) => one.state === "pending"),
  };
}

/** The messages that begin cases: of each conversation that had none open, the first. */
function openings(
  units: readonly Unit[],
  people: ReadonlyMap<Unit, Person>,
  written: readonly WrittenItem[],
): { workspaceId: string; itemId: string }[] {
  const writtenOf = new Map(written.map((one) => [`${one.channelAccountId}/${one.externalId}`, one]));
  const first = new Map<string, { workspaceId: string; itemId: string; at: number }>();
  for (const unit of units) {
    const { event, account } = unit;
    const person = people.get(unit);
    if (!person || person.conversation.caseId !== null || !rulesFor(event, account.channel).opens || !("externalId" in event)) continue;
    const row = writtenOf.get(`${account.id}/${event.externalId}`);
    if (!row) continue;
    const earlier = first.get(person.conversation.id);
    if (!earlier || event.occurredAt < earlier.at)
      first.set(person.conversation.id, { workspaceId: account.workspaceId, itemId: row.id, at: event.occurredAt });
  }
  return [...first.values()].map(({ workspaceId, itemId }) => ({ workspaceId, itemId }));
}

/** The ads and links that began what they came with. */
function caseReferrals(units: readonly Unit[], people: ReadonlyMap<Unit, Person>): CaseReferral[] {
  return units.flatMap((unit) => {
    const { event, account } = unit;
    const person = people.get(unit);
    if (!person || event.type !== "message" || !event.referral) return [];
    return [{ workspaceId: account.workspaceId, caseId: person.nextCaseId, referral: storableDeep(event.referral) }];
  });
}

function conversationTouches(units: readonly Unit[], people: ReadonlyMap<Unit, Person>, written: readonly WrittenItem[]): ConversationTouch[] {
  const writtenOf = new Map(written.map((one) => [`${one.channelAccountId}/${one.externalId}`, one]));
  const touches = new Map<string, ConversationTouch>();
  const counted = new Set<string>();
  for (const unit of units) {
    const person = people.get(unit);
    const { event, account } = unit;
    if (!person) continue;
    const row = "externalId" in event ? writtenOf.get(`${account.id}/${event.externalId}`) : undefined;
    const echo = event.type === "message" && event.direction === "outbound";
    // An effect may have taken the last message's text or raised its tick: the row is told, not recomputed.
    if (!row && !echo) continue;
    const { id, workspaceId } = person.conversation;
    const rules = rulesFor(event, account.channel);
    const touch = touches.get(id) ?? { workspace_id: workspaceId, id, unread: 0, channels: [], opens: false, case_id: person.nextCaseId };
    if (row?.inserted && !counted.has(row.id) && rules.unread) {
      counted.add(row.id);
      touch.unread++;
    }
    if (!touch.channels.includes(account.channel)) touch.channels.unshift(account.channel);
    touch.opens ||= rules.opens && row !== undefined;
    touches.set(id, touch);
  }
  return [...touches.values()];
}

function seenNames(units: readonly Unit[], people: ReadonlyMap<Unit, Person>): SeenName[] {
  const newest = new Map<string, SeenName>();
  for (const unit of units) {
    const person = people.get(unit);
    const { event } = unit;
    if (!person || (event.type !== "message" && event.type !== "referral")) continue;
    const name = event.customer.name ? storable(event.customer.name) : null;
    const seen: SeenName = {
      workspaceId: unit.account.workspaceId,
      identityId: person.identity.id,
      customerId: person.conversation.customerId,
      name,
      username: event.customer.username ?? null,
      at: new Date(event.occurredAt),
      ref: event.externalId,
    };
    // A sender without a name still was seen; of two named ones the later counts.
    const key = `${person.identity.id}/${name === null}`;
    const other = newest.get(key);
    if (!other || seen.at > other.at || (seen.at.getTime() === other.at.getTime() && seen.ref > other.ref)) newest.set(key, seen);
  }
  return [...newest.values()];
}

const renamed = (units: readonly Unit[], people: ReadonlyMap<Unit, Person>) =>
  units.flatMap((unit) => {
    const person = unit.event.type === "contact_name" ? people.get(unit) : undefined;
    return person ? [{ workspaceId: unit.account.workspaceId, customerId: person.conversation.customerId, seenAt: null }] : [];
  });

/** What the business calls people in its phone's contact book. */
function contactNames(units: readonly Unit[], people: ReadonlyMap<Unit, Person>): ContactName[] {
  return units.flatMap((unit) => {
    const person = people.get(unit);
    if (unit.event.type !== "contact_name" || !person) return [];
    const name = unit.event.name && storable(unit.event.name);
    return [{ workspaceId: unit.account.workspaceId, identityId: person.identity.id, name, at: new Date(unit.event.occurredAt) }];
  });
}

/** People on WhatsApp have several addresses and change them; visitors of a website have several browsers. */
function addressUses(units: readonly Unit[]): AddressUse[] {
  const uses = new Map<string, AddressUse>();
  const note = (workspaceId: string, key: IdentityKey, time: "usedAt" | "leftAt", at: Date) => {
    const name = workspaceKeyText({ workspaceId, key });
    const use = uses.get(name) ?? { workspaceId, key, usedAt: null, leftAt: null };
    const before = use[time];
    if (before === null || at > before) use[time] = at;
    uses.set(name, use);
  };
  for (const { event, account } of units) {
    const several = account.channel === "whatsapp" || account.channel === "webchat";
    if (!several || !("customer" in event) || !("occurredAt" in event)) continue;
    const at = new Date(event.occurredAt);
    const moved = account.channel === "whatsapp" && (event.type === "message" || event.type === "link");
    if (moved) for (const key of event.formerKeys ?? []) note(account.workspaceId, key, "leftAt", at);
    const theirs = event.type !== "message" || event.direction === "inbound" || event.content.kind === "system";
    if (theirs) for (const key of event.customer.keys) note(account.workspaceId, key, "usedAt", at);
  }
  return [...uses.values()];
}

function dedupeEffects(rows: readonly EffectRow[]): EffectRow[] {
  const once = new Map<string, EffectRow>();
  for (const row of rows) {
    const key = [row.workspace_id, row.channel_account_id, row.target, row.kind, row.key].join("\u0001");
    const other = once.get(key);
    const wins = !other || (row.kind === "edit" ? row.occurred_at > other.occurred_at : row.occurred_at < other.occurred_at);
    if (wins) once.set(key, row);
  }
  return [...once.values()].sort((a, b) => (a.target < b.target ? -1 : 1));
}

function dedupeTargets(targets: readonly EffectTarget[]): EffectTarget[] {
  return [...new Map(targets.map((one) => [`${one.channelAccountId}/${one.externalId}`, one])).values()];
}

function tell(
  touches: readonly ConversationTouch[],
  changed: readonly { workspaceId: string; id: string; conversationId: string }[],
  people: ReadonlyMap<Unit, Person>,
  units: readonly Unit[],
): News[] {
  const news = new Map<string, News>();
  for (const touch of touches)
    news.set(touch.id, { workspaceId: touch.workspace_id, kind: "conversation", ids: [touch.id], conversationId: touch.id });
  for (const { workspaceId, id, conversationId } of changed) {
    if (!news.has(conversationId)) news.set(conversationId, { workspaceId, kind: "message", ids: [id], conversationId });
  }
  for (const unit of units) {
    const person = people.get(unit);
    if (!person || unit.event.type !== "reaction" || news.has(person.conversation.id)) continue;
    news.set(person.conversation.id, { workspaceId: unit.account.workspaceId, kind: "message", ids: [], conversationId: person.conversation.id });
  }
  for (const { account } of units) {
    // Its first signed webhook is what it waited for.
    if (account.state === "connecting") news.set(account.id, { workspaceId: account.workspaceId, kind: "channel_account", ids: [account.id] });
  }
  return [...news.values()];
}
