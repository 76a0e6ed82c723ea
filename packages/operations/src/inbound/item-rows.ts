import {
  type EventName,
  type InboundAttachment,
  identityKeyText,
  isLate,
  type MessageEvent,
  type OccurrenceEvent,
  richness,
  rulesFor,
  storable,
  storableDeep,
  strongestKey,
} from "@onethread/core";
import { newId } from "@onethread/db/client";
import { type AttachmentRow, bareItem, type ItemRow } from "@onethread/db/write";
import type { Person } from "./resolve-people.ts";
import type { Unit } from "./route-items.ts";

/** The items a batch makes, one for each external id. */
export function itemRows(units: readonly Unit[], people: ReadonlyMap<Unit, Person>): ItemRow[] {
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
  if (event.type === "occurrence") rows.push(occurrenceRow(unit, event, person));
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
      case_id: rulesFor(unit.event, unit.account.channel).opens ? person.nextCaseId : person.conversation.caseId,
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
    content: storableDeep(content),
    richness: richness(event),
    sources: [event.source],
    waits: rulesFor(event, unit.account.channel).waits,
    reply_to_external_id: event.replyTo ?? null,
    referral: storableDeep(event.referral ?? null),
    delivery_status: echo ? "sent" : null,
    delivery_at: echo ? new Date(event.occurredAt).toISOString() : null,
  };
}

/** Of a call's two forms the one that tells how it ended is the richer. */
function occurrenceRow(unit: Unit, event: OccurrenceEvent, person: Person): ItemRow {
  const begun = event.name === "call" && event.data.durationSeconds === undefined;
  return {
    ...eventRow(unit, person, event.name, event.occurredAt, event.externalId, storableDeep(event.data)),
    sources: [event.source],
    waits: rulesFor(event, unit.account.channel).waits,
    richness: begun ? 1 : 2,
  };
}

function eventRow(unit: Unit, person: Person, name: EventName, occurredAt: number, externalId: string, data: Record<string, unknown>): ItemRow {
  return { ...base(unit, person, occurredAt), external_id: externalId, content: { kind: "event", text: null, event: name, data } };
}

/** What hangs on a batch's messages, for those of them that were written. */
export function attachmentRows(
  units: readonly Unit[],
  itemIds: ReadonlyMap<string, string>,
  mayFetch: (url: string) => boolean,
  now: Date,
): AttachmentRow[] {
  return units.flatMap((unit) => {
    const { event, account } = unit;
    if (event.type !== "message" || !event.attachments) return [];
    const itemId = itemIds.get(`${account.id}/${event.externalId}`);
    if (itemId === undefined) return [];
    return event.attachments.map((one, position) => attachmentRow(unit, one, { itemId, position, mayFetch, now }));
  });
}

type Place = { itemId: string; position: number; mayFetch: (url: string) => boolean; now: Date };

function attachmentRow({ account }: Unit, one: InboundAttachment, { itemId, position, mayFetch, now }: Place): AttachmentRow {
  const { source } = one;
  const fetched = source !== null && (source.type === "media_id" || mayFetch(source.url));
  return {
    workspace_id: account.workspaceId,
    id: newId(),
    item_id: itemId,
    position,
    kind: one.kind,
    state: fetched ? "pending" : "none",
    mime: one.mime && storable(one.mime),
    name: one.name && storable(one.name),
    sha256: one.sha256,
    title: one.title && storable(one.title),
    platform_id: one.platformId && storable(one.platformId),
    link: source?.type === "url" && !fetched && /^https:/i.test(source.url) ? storable(source.url) : null,
    voice: one.voice,
    sticker: one.sticker,
    animated: one.animated,
    source: fetched ? source : null,
    channel_account_id: account.id,
    expires_at: one.expiresAt === null ? null : new Date(one.expiresAt).toISOString(),
    next_fetch_at: fetched ? now.toISOString() : null,
  };
}
