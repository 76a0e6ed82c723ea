import type { AccountRef, ParsedItem } from "@onethread/core";
import { failed, parsedItem, skipped } from "../meta/parsed-item.ts";
import { arrayAt, idAt, isObject, type Json, objectAt } from "../meta/read-keys.ts";
import { type Change, readChange } from "./parse-change.ts";

/** The number the dashboard's "Test" button pretends to be (seen in maintained clients' test data, 2026). */
const dashboardNumber = "123456123";

/** Everything a body of the object `whatsapp_business_account` holds; `prefix` is where the body stands. */
export function parseBody(body: Json, prefix: string): ParsedItem[] {
  return arrayAt(body, "entry").flatMap((entry, index) => parseEntry(entry, `${prefix}entry[${index}]`));
}

function parseEntry(entry: unknown, path: string): ParsedItem[] {
  const wabaId = isObject(entry) ? idAt(entry, "id") : null;
  const account: AccountRef | null = wabaId === null || wabaId === "0" ? null : { channel: "whatsapp", wabaId };
  if (!isObject(entry)) return [parsedItem({ path, account }, entry, () => skipped("entry_empty"))];
  if (entry.changes === undefined || entry.changes === null) {
    return [parsedItem({ path, account }, entry, () => skipped("entry_empty"))];
  }
  if (!Array.isArray(entry.changes)) {
    return [parsedItem({ path, account }, entry, () => failed("wrong_type:changes"))];
  }
  if (entry.changes.length === 0) return [parsedItem({ path, account }, entry, () => skipped("entry_empty"))];
  return entry.changes.flatMap((raw: unknown, index) => parseChange(raw, `${path}.changes[${index}]`, wabaId, entry.time));
}

function parseChange(raw: unknown, path: string, wabaId: string | null, entryTime: unknown): ParsedItem[] {
  const value = isObject(raw) ? objectAt(raw, "value") : null;
  const numberId = idAt(objectAt(value, "metadata"), "phone_number_id") ?? idAt(objectAt(value, "recipient"), "phone_number_id");
  const test = wabaId === "0" || numberId === dashboardNumber;
  const change: Change = {
    raw,
    path,
    wabaId,
    test,
    account: test ? null : accountOf(numberId, wabaId),
    numberId,
    displayPhone: idAt(objectAt(value, "metadata"), "display_phone_number"),
    field: isObject(raw) ? idAt(raw, "field") : null,
    value,
    entryTime,
  };
  return readChange(change);
}

function accountOf(numberId: string | null, wabaId: string | null): AccountRef | null {
  if (numberId !== null) return { channel: "whatsapp", externalId: numberId };
  return wabaId === null ? null : { channel: "whatsapp", wabaId };
}
