import type { AccountRef, ItemOutcome, ParsedItem, Source } from "@onethread/core";
import { failed, parsedItem, skipped } from "../meta/parsed-item.ts";
import { arrayAt, idAt, isObject, type Json, objectAt } from "../meta/read-keys.ts";
import { readEcho, readHistoryMessage } from "./parse-echo.ts";
import { type MessageContext, readMessage } from "./parse-message.ts";
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
};

type Read = (item: Json, context: MessageContext) => ItemOutcome;

/** The lists a value may hold and what reads one element; each element becomes one item. */
const lists: Record<string, Read> = {
  messages: readMessage,
  statuses: (item) => readStatus(item),
  message_echoes: readEcho,
  user_id_update: (item, { contacts, wabaId }) => readUserIdUpdate(item, contacts, wabaId),
  errors: () => skipped("channel_error"),
  state_sync: () => skipped("contact_sync_not_handled"),
  calls: () => skipped("call_not_handled"),
  groups: () => skipped("group_event_not_handled"),
  user_preferences: () => skipped("marketing_preference_not_handled"),
};

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
]);

/**
 * Fields about the account, its numbers and templates: understood, but there is nothing to do for them.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview (2026)
 */
const accountFields = new Map<string, string>([
  ["messaging_handovers", "thread_control_not_handled"],
  ["message_template_status_update", "template_event_not_handled"],
  ["message_template_quality_update", "template_event_not_handled"],
  ["message_template_components_update", "template_event_not_handled"],
  ["template_category_update", "template_event_not_handled"],
  ["account_update", "account_field_not_handled"],
  ["account_alerts", "account_field_not_handled"],
  ["account_review_update", "account_field_not_handled"],
  ["account_settings_update", "account_field_not_handled"],
  ["business_capability_update", "account_field_not_handled"],
  ["phone_number_quality_update", "account_field_not_handled"],
  ["phone_number_name_update", "account_field_not_handled"],
  ["business_username_update", "account_field_not_handled"],
  ["business_username_updates", "account_field_not_handled"],
  ["security", "account_field_not_handled"],
  ["payment_configuration_update", "account_field_not_handled"],
  ["partner_solutions", "account_field_not_handled"],
  ["automatic_events", "account_field_not_handled"],
  ["flows", "account_field_not_handled"],
]);

/** The items of one change. A change without any element is itself the item. */
export function readChange(change: Change): ParsedItem[] {
  const whole = (outcome: ItemOutcome): ParsedItem[] => [item(change, change.path, change.raw, () => outcome)];
  const { field, value } = change;
  if (field === null) return whole(failed("missing_key:field"));
  if (!messageFields.has(field)) return whole(skipped(accountFields.get(field) ?? "field_unknown"));
  if (value === null) return whole(failed("missing_key:value"));
  const items = [
    ...listItems(change, value, `${change.path}.value`, field === "history" ? "history" : "live"),
    ...standbyItems(change, value),
    ...historyItems(change, value),
  ];
  return items.length === 0 ? whole(skipped("change_empty")) : items;
}

function listItems(change: Change, holder: Json, path: string, source: Source): ParsedItem[] {
  const contacts = [...arrayAt(holder, "contacts"), ...arrayAt(change.value, "contacts")];
  return Object.entries(lists).flatMap(([key, read]) => {
    const list = holder[key];
    if (list === undefined || list === null) return [];
    if (!Array.isArray(list)) return [item(change, `${path}.${key}`, list, () => failed(`wrong_type:${key}`))];
    return list.map((raw: unknown, index) =>
      item(change, `${path}.${key}[${index}]`, raw, (element) => {
        if (change.wabaId === null) return failed("missing_key:entry.id");
        if (change.numberId === null) return failed("missing_key:metadata.phone_number_id");
        const history = source === "history" && key === "messages";
        if (history) return readHistoryMessage(element, historyContext(change, change.wabaId, null));
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

function historyItems(change: Change, value: Json): ParsedItem[] {
  return arrayAt(value, "history").flatMap((chunk, index) => {
    const path = `${change.path}.value.history[${index}]`;
    const errors = arrayAt(isObject(chunk) ? chunk : null, "errors");
    const items = [
      // The business declined to share its history, or it could not be read.
      ...errors.map((raw, at) => item(change, `${path}.errors[${at}]`, raw, () => skipped("history_declined"))),
      ...threadItems(change, isObject(chunk) ? chunk : null, path),
    ];
    return items.length === 0 ? [item(change, path, chunk, () => skipped("history_empty"))] : items;
  });
}

function threadItems(change: Change, chunk: Json | null, path: string): ParsedItem[] {
  return arrayAt(chunk, "threads").flatMap((thread, index) => {
    const threadPath = `${path}.threads[${index}]`;
    const holder = isObject(thread) ? thread : null;
    const messages = arrayAt(holder, "messages");
    if (messages.length === 0) return [item(change, threadPath, thread, () => skipped("history_empty"))];
    return messages.map((raw, at) =>
      item(change, `${threadPath}.messages[${at}]`, raw, (message) => {
        if (change.wabaId === null) return failed("missing_key:entry.id");
        return readHistoryMessage(message, historyContext(change, change.wabaId, idAt(holder, "id")));
      }),
    );
  });
}

const historyContext = (change: Change, wabaId: string, threadId: string | null) => ({
  wabaId,
  threadId,
  businessPhone: change.displayPhone,
});

function item(change: Change, path: string, raw: unknown, read: (element: Json) => ItemOutcome): ParsedItem {
  const { account, displayPhone, wabaId, test } = change;
  if (test) return { path, account, raw, outcome: skipped("dashboard_test") };
  const known = account !== null && "externalId" in account && displayPhone !== null;
  const facts = known ? { displayPhoneNumber: displayPhone, ...(wabaId === null ? {} : { wabaId }) } : undefined;
  return parsedItem({ path, account, facts }, raw, read);
}
