import type { AccountRef, ItemOutcome, ParsedItem, Source } from "@onethread/core";
import { testEvent } from "../account-news.ts";
import { eventTime } from "../event-time.ts";
import { failed, parsedItem, skipped } from "../parsed-item.ts";
import { arrayAt, idAt, isObject, type Json, objectAt } from "../read-keys.ts";
import type { MessagingContext } from "./context.ts";

export type Dialect = {
  channel: "messenger" | "instagram";
  personKind: "psid" | "igsid";
  /** One element of `messaging` or `standby`. */
  readMessaging(event: Json, context: MessagingContext): ItemOutcome;
  /** One change of a field that wraps no messaging event, e.g. a comment. `entryTime` in the entry's own unit. */
  readChange(field: string, value: Json, context: MessagingContext, entryTime: unknown): ItemOutcome;
};

/** The sender and recipient of the app dashboard's "Test" button (seen in maintained clients' test data, 2026). */
const dashboardSender = "12334";
const dashboardRecipient = "23245";

/**
 * Everything a page-style body holds: `messaging[]`, `standby[]`, `changes[]`, and Instagram's flat entries that are a
 * change themselves. `prefix` is where the body stands.
 */
export function walkBody(body: Json, prefix: string, dialect: Dialect): ParsedItem[] {
  return arrayAt(body, "entry").flatMap((entry, index) => {
    const path = `${prefix}entry[${index}]`;
    if (!isObject(entry)) return [parsedItem({ path, account: null }, entry, () => failed("wrong_type:item"))];
    return new Walk(dialect, entry, path).items();
  });
}

class Walk {
  readonly #dialect: Dialect;
  readonly #entry: Json;
  readonly #path: string;
  readonly #accountId: string | null;
  readonly #account: AccountRef | null;

  constructor(dialect: Dialect, entry: Json, path: string) {
    this.#dialect = dialect;
    this.#entry = entry;
    this.#path = path;
    this.#accountId = idAt(entry, "id");
    const named = this.#accountId !== null && this.#accountId !== "0";
    this.#account = named ? { channel: dialect.channel, externalId: this.#accountId as string } : null;
  }

  items(): ParsedItem[] {
    const list = [
      ...this.#list("messaging", (event) => this.#messaging(event, "live")),
      ...this.#list("standby", (event) => this.#messaging(event, "standby")),
      ...this.#list("changes", (change) => this.#change(change)),
      ...("field" in this.#entry ? [this.#item(this.#path, this.#entry, (entry) => this.#change(entry))] : []),
    ];
    return list.length > 0 ? list : [this.#item(this.#path, this.#entry, () => skipped("entry_empty"))];
  }

  #list(key: string, read: (item: Json) => ItemOutcome): ParsedItem[] {
    const list = this.#entry[key];
    if (list === undefined || list === null) return [];
    const path = `${this.#path}.${key}`;
    if (!Array.isArray(list)) {
      return [{ path, account: this.#account, raw: list, outcome: failed(`wrong_type:${key}`) }];
    }
    return list.map((raw: unknown, index) => this.#item(`${path}[${index}]`, raw, read));
  }

  #item(path: string, raw: unknown, read: (item: Json) => ItemOutcome): ParsedItem {
    return parsedItem({ path, account: this.#account }, raw, (item) => (this.#accountId === "0" ? this.#test(item) : read(item)));
  }

  #test(item: Json): ItemOutcome {
    const event = objectAt(item, "value") ?? item;
    return testEvent(eventTime(event.timestamp) ?? eventTime(this.#entry.time), idAt(item, "field"));
  }

  #messaging(event: Json, source: Source): ItemOutcome {
    const sender = idAt(objectAt(event, "sender"), "id");
    const recipient = idAt(objectAt(event, "recipient"), "id");
    if (sender === dashboardSender && recipient === dashboardRecipient) return this.#test(event);
    if (this.#accountId === null) return failed("missing_key:entry.id");
    return this.#dialect.readMessaging(event, this.#context(this.#accountId, source));
  }

  /** A change may wrap a messaging event: the dashboard's tests do. */
  #change(change: Json): ItemOutcome {
    const field = idAt(change, "field");
    const value = objectAt(change, "value");
    if (field === null) return failed("missing_key:field");
    if (value === null) return failed("missing_key:value");
    const wrapsEvent = objectAt(value, "sender") !== null && objectAt(value, "recipient") !== null;
    if (wrapsEvent) return this.#messaging(value, field === "standby" ? "standby" : "live");
    if (this.#accountId === null) return failed("missing_key:entry.id");
    return this.#dialect.readChange(field, value, this.#context(this.#accountId, "live"), this.#entry.time);
  }

  #context(accountId: string, source: Source): MessagingContext {
    return { channel: this.#dialect.channel, personKind: this.#dialect.personKind, accountId, source };
  }
}
