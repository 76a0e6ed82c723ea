import { type EventName, identityKeyText, isLate, type MessageEvent, richness, rulesFor, storable, strongestKey } from "@onethread/core";
import { newId, type Tx } from "@onethread/db/client";
import {
  addEffects,
  applyEffects,
  applyWatermarks,
  bareItem,
  type ConversationTouch,
  type DoorKey,
  type DoorTouch,
  type EffectRow,
  type EffectTarget,
  type ItemRow,
  noteInbound,
  noteNames,
  raiseReadByIds,
  refreshConversations,
  refreshCustomers,
  type SeenName,
  touchDoors,
  writeItems,
} from "@onethread/db/write";
import type { News } from "@onethread/realtime";
import { accountNotes } from "./account-notes.ts";
import { effectOf } from "./effect-of.ts";
import type { Person } from "./resolve-people.ts";
import type { Unit } from "./route-items.ts";
import { settleOwnEchoes } from "./settle-own-echoes.ts";

/**
 * Writes what a batch of events does to timelines, doors, names and conversations. Answers the news to tell.
 * What stands in one `Promise.all` runs in the order it is written in, in one round trip.
 */
export async function writeTimeline(tx: Tx, units: readonly Unit[], people: ReadonlyMap<Unit, Person>, now: Date): Promise<News[]> {
  const rows = itemRows(units, people);
  const settledEchoes = await settleOwnEchoes(tx, units, people);
  const names = seenNames(units, people);
  const [written, changed, moved] = await Promise.all([
    writeItems(
      tx,
      rows.filter((row) => !settledEchoes.has(`${row.channel_account_id}/${row.external_id}`)),
    ),
    addEffects(tx, dedupeEffects(units.flatMap((unit) => effectOf(unit) ?? []))),
    touchDoors(
      tx,
      units.flatMap((unit) => doorTouch(unit) ?? []),
    ),
    noteNames(tx, names),
    noteInbound(tx, accountNotes(units)),
  ]);
  const targets = dedupeTargets([
    ...changed,
    ...written.flatMap(({ workspaceId, channelAccountId, externalId }) =>
      channelAccountId && externalId ? [{ workspaceId, channelAccountId, externalId }] : [],
    ),
    ...[...settledEchoes.values()],
  ]);
  const readById: DoorKey[] = units.some((unit) => unit.account.channel === "instagram") ? await raiseReadByIds(tx, targets) : [];
  const insertedIds = new Set(written.filter((one) => one.inserted).map((one) => one.id));
  const writtenIds = new Set(written.map((one) => one.externalId));
  const touches = conversationTouches(units, people, rows, insertedIds, writtenIds, now);
  const [shown, raised] = await Promise.all([
    applyEffects(tx, targets),
    applyWatermarks(tx, [...moved, ...readById]),
    refreshConversations(tx, touches),
    refreshCustomers(
      tx,
      names.map((seen) => ({ workspaceId: seen.workspaceId, customerId: seen.customerId, seenAt: seen.at })),
    ),
  ]);
  return tell(touches, [...shown, ...raised], people, units);
}

function itemRows(units: readonly Unit[], people: ReadonlyMap<Unit, Person>): ItemRow[] {
  const rows = new Map<string, ItemRow>();
  for (const unit of units) {
    const person = people.get(unit);
    if (!person) continue;
    for (const row of rowsOf(unit, person)) {
      const key = `${row.workspace_id}/${row.channel_account_id}/${row.external_id ?? row.id}`;
      const other = rows.get(key);
      rows.set(key, other ? united(other, row) : row);
    }
  }
  return [...rows.values()];
}

/** Two forms of one external id in one batch: as the database would unite them. */
function united(first: ItemRow, second: ItemRow): ItemRow {
  const richer = second.richness > first.richness ? second : first;
  return {
    ...richer,
    id: first.id,
    occurred_at:
      first.type === "event" && first.occurred_at < richer.occurred_at
        ? first.occurred_at
        : richer.type === "event" && second.occurred_at < richer.occurred_at
          ? second.occurred_at
          : richer.occurred_at,
    waits: first.waits === 0 ? second.waits : first.waits,
    sources: [...new Set([...first.sources, ...second.sources])].sort(),
  };
}

function rowsOf(unit: Unit, person: Person): ItemRow[] {
  const { event } = unit;
  const rows: ItemRow[] = [];
  if (event.type === "message") rows.push(messageRow(unit, event, person));
  if (event.type === "referral") rows.push(eventRow(unit, person, "referral", event.occurredAt, event.externalId, { referral: event.referral }));
  if (person.token && (event.type === "message" || event.type === "referral")) {
    const name = person.token === "followed" ? "link_followed" : "link_already_used";
    // One event per token and sender, at the earliest of the items that carry it, whichever comes in first.
    const sender = identityKeyText(strongestKey(event.customer.keys));
    const id = person.token === "followed" ? `${event.token}#${name}` : `${event.token}#${name}/${sender}`;
    rows.push(eventRow(unit, person, name, event.occurredAt, id, { channel: unit.account.channel }));
  }
  return rows;
}

function base(unit: Unit, person: Person, occurredAt: number): ItemRow {
  return {
    ...bareItem({
      workspace_id: unit.account.workspaceId,
      id: newId(),
      conversation_id: person.conversation.id,
      case_id: person.conversation.caseId,
      author_type: "system",
      occurred_at: new Date(occurredAt).toISOString(),
      received_at: unit.receivedAt.toISOString(),
    }),
    channel: unit.account.channel,
    channel_account_id: unit.account.id,
    identity_id: person.identity.id,
  };
}

function messageRow(unit: Unit, event: MessageEvent, person: Person): ItemRow {
  const echo = event.direction === "outbound";
  const { content } = event;
  return {
    ...base(unit, person, event.occurredAt),
    type: "message",
    direction: event.direction,
    external_id: event.externalId,
    author_type: echo ? "business" : content.kind === "system" ? "system" : "customer",
    late: isLate(event.occurredAt, unit.receivedAt.getTime(), event.source),
    content: {
      ...content,
      text: content.text === null ? null : storable(content.text),
      ...(content.payload === undefined ? {} : { payload: storable(content.payload) }),
    },
    richness: richness(event),
    sources: [event.source],
    waits: rulesFor(event, unit.account.channel).waits,
    reply_to_external_id: event.replyTo ?? null,
    referral: event.referral ?? null,
    delivery_status: echo ? "sent" : null,
    delivery_at: echo ? new Date(event.occurredAt).toISOString() : null,
  };
}

function eventRow(unit: Unit, person: Person, name: EventName, occurredAt: number, externalId: string, data: Record<string, unknown>): ItemRow {
  return { ...base(unit, person, occurredAt), external_id: externalId, content: { kind: "event", text: null, event: name, data } };
}

function doorTouch(unit: Unit): DoorTouch | null {
  const { event, account } = unit;
  if (!("customer" in event)) return null;
  const touch: DoorTouch = {
    workspace_id: account.workspaceId,
    channel_account_id: account.id,
    address: identityKeyText(strongestKey(event.customer.keys)),
    last_inbound_at: null,
    delivered_watermark: null,
    read_watermark: null,
  };
  if (event.type === "watermark") {
    const at = new Date(event.watermark).toISOString();
    return event.status === "read" ? { ...touch, read_watermark: at } : { ...touch, delivered_watermark: at };
  }
  return rulesFor(event, account.channel).window ? { ...touch, last_inbound_at: new Date(event.occurredAt).toISOString() } : null;
}

function conversationTouches(
  units: readonly Unit[],
  people: ReadonlyMap<Unit, Person>,
  rows: readonly ItemRow[],
  insertedIds: ReadonlySet<string>,
  writtenIds: ReadonlySet<string | null>,
  now: Date,
): ConversationTouch[] {
  const rowOf = new Map(rows.map((row) => [`${row.channel_account_id}/${row.external_id}`, row]));
  const touches = new Map<string, ConversationTouch>();
  const counted = new Set<string>();
  for (const unit of units) {
    const person = people.get(unit);
    const { event, account } = unit;
    if (!person) continue;
    const isItem = event.type === "message" || event.type === "referral";
    const changed = isItem && writtenIds.has(event.externalId);
    const echo = event.type === "message" && event.direction === "outbound";
    // An effect may have taken the last message's text or raised its tick: the row is told, not recomputed.
    if (!changed && !echo) continue;
    const { id, workspaceId } = person.conversation;
    const rules = rulesFor(event, account.channel);
    const touch = touches.get(id) ?? {
      workspace_id: workspaceId,
      id,
      unread: 0,
      channels: [],
      opens: false,
      case_id: person.conversation.caseId ?? newId(),
      opened_at: now.toISOString(),
    };
    const row = isItem ? rowOf.get(`${account.id}/${event.externalId}`) : undefined;
    if (row && insertedIds.has(row.id) && !counted.has(row.id) && rules.unread) {
      counted.add(row.id);
      touch.unread++;
    }
    if (!touch.channels.includes(account.channel)) touch.channels.unshift(account.channel);
    touch.opens ||= rules.opens && changed;
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
  return [...news.values()];
}
