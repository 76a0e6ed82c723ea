import type { AccountRef, ItemOutcome, ParsedItem, Source } from "@onethread/core";
import { accountNews, testEvent } from "../meta/account-news.ts";
import { eventTime } from "../meta/event-time.ts";
import { errorText } from "../meta/graph-error.ts";
import { failed, parsedItem, skipped } from "../meta/parsed-item.ts";
import { arrayAt, idAt, isObject, type Json, objectAt } from "../meta/read-keys.ts";
import { accountReaders } from "./parse-account-field.ts";
import { readAutomaticEvent } from "./parse-automatic-event.ts";
import { readCall } from "./parse-call.ts";
import { readContactSync } from "./parse-contact-sync.ts";
import { readEcho } from "./parse-echo.ts";
import { readGroup } from "./parse-group.ts";
import { readHandover } from "./parse-handover.ts";
import { historyItems, readHistory } from "./parse-history.ts";
import { type MessageContext, readMessage } from "./parse-message.ts";
import { readPreference } from "./parse-preference.ts";
import { readStatus } from "./parse-status.ts";
import { readUserIdUpdate } from "./parse-system.ts";

export type Change = {
  raw: unknown;
  path: string;
  wabaId: string | null;
  /** A sample of the app dashboard's "Test" button. */
  test: boolean;
  account: AccountRef | null;
  numberId: string | null;
  displayPhone: string | null;
  field: string | null;
  value: Json | null;
  /** The entry's own time, as it came; only account fields have one. */
  entryTime: unknown;
};

type Read = (item: Json, context: MessageContext) => ItemOutcome;

/** The lists a value may hold and what reads one element; each element becomes one item. */
const lists: readonly (readonly [string, Read])[] = [
  ["messages", readMessage],
  ["statuses", readStatus],
  ["message_echoes", readEcho],
  ["user_id_update", (item, { contacts, wabaId }) => readUserIdUpdate(item, contacts, wabaId)],
  ["errors", readChannelError],
  ["state_sync", (item, { wabaId }) => readContactSync(item, wabaId)],
  ["calls", readCall],
  ["groups", readGroup],
  ["user_preferences", readPreference],
  ["automatic_events", readAutomaticEvent],
];

/** Fields about persons and messages. Their items belong to a number, which must be named. */
const messageFields = new Set([
  "messages",
  "smb_message_echoes",
  "history",
  "standby",
  "user_id_update",
  "smb_app_state_sync",
  "calls",
  "user_preferences",
  "group_lifecycle_update",
  "group_participants_update",
  "group_settings_update",
  "group_status_update",
  "automatic_events",
]);

/** The items of one change. A change without any element is itself the item. */
export function readChange(change: Change): ParsedItem[] {
  const whole = (read: () => ItemOutcome): ParsedItem[] => [item(change, change.path, change.raw, read)];
  const { field, value } = change;
  if (field === null) return whole(() => failed("missing_key:field"));
  if (!messageFields.has(field)) return whole(() => readAccountField(change, field));
  if (value === null) return whole(() => failed("missing_key:value"));
  const items = [
    ...listItems(change, value, `${change.path}.value`, field === "history" ? "history" : "live"),
    ...standbyItems(change, value),
    ...historyItems(change, value).map(({ path, raw, read }) => item(change, path, raw, read)),
  ];
  return items.length === 0 ? whole(() => skipped("change_empty")) : items;
}

/** Fields whose value is the one thing they tell. */
function readAccountField({ value, wabaId, entryTime }: Change, field: string): ItemOutcome {
  if (field === "messaging_handovers") {
    if (value === null) return failed("missing_key:value");
    return wabaId === null ? failed("missing_key:entry.id") : readHandover(value, wabaId);
  }
  const read = accountReaders.get(field);
  if (read === undefined) return skipped("field_unknown");
  if (value === null) return failed("missing_key:value");
  const occurredAt = eventTime(entryTime) ?? eventTime(value.timestamp);
  return occurredAt === null ? failed("missing_key:entry.time") : read(value, occurredAt);
}

function listItems(change: Change, holder: Json, path: string, source: Source): ParsedItem[] {
  const contacts = [...arrayAt(holder, "contacts"), ...arrayAt(change.value, "contacts")];
  return lists.flatMap(([key, read]) => {
    const list = holder[key];
    if (list === undefined || list === null) return [];
    if (!Array.isArray(list)) return [item(change, `${path}.${key}`, list, () => failed(`wrong_type:${key}`))];
    return list.map((raw: unknown, index) =>
      item(change, `${path}.${key}[${index}]`, raw, (element) => {
        if (change.wabaId === null) return failed("missing_key:entry.id");
        if (change.numberId === null) return failed("missing_key:metadata.phone_number_id");
        if (source === "history" && key === "messages") return readHistory(change, element, null);
        return read(element, { wabaId: change.wabaId, contacts, source });
      }),
    );
  });
}

/** Another app holds the thread: we only watch. */
function standbyItems(change: Change, value: Json): ParsedItem[] {
  const standby = objectAt(value, "standby");
  return standby === null ? [] : listItems(change, standby, `${change.path}.value.standby`, "standby");
}

/** An error beside no message: something about the number as a whole. It has no time of its own. */
function readChannelError(error: Json): ItemOutcome {
  const data = { code: idAt(error, "code"), title: idAt(error, "title"), message: errorText(error).slice(0, 500).toWellFormed() };
  return accountNews(0, { code: "platform_error", level: "warning", data });
}

function item(change: Change, path: string, raw: unknown, read: (element: Json) => ItemOutcome): ParsedItem {
  const { account, displayPhone, wabaId, test, field, entryTime } = change;
  if (test)
    return parsedItem({ path, account }, raw, (element) =>
      testEvent(eventTime(isObject(element) ? element.timestamp : null) ?? eventTime(entryTime), field),
    );
  const known = account !== null && "externalId" in account && displayPhone !== null;
  const facts = known ? { displayPhoneNumber: displayPhone, ...(wabaId === null ? {} : { wabaId }) } : undefined;
  return parsedItem({ path, account, facts }, raw, read);
}
