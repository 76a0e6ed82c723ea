import type { AccountEffect, AccountEvent, ItemOutcome } from "@onethread/core";
import { events } from "./parsed-item.ts";
import type { PlainData } from "./plain-data.ts";

export type News = { code: string; level?: AccountEvent["level"]; data: PlainData; effect?: AccountEffect | undefined };

/** The one event of an item that is about the account, not about a customer. */
export const accountNews = (occurredAt: number, { code, level = "info", data, effect }: News): ItemOutcome =>
  events({ type: "account", occurredAt, code, level, data, ...(effect ? { effect } : {}) });

/** The dashboard's "Test" button: it proves that webhooks arrive, and makes nobody known. */
export const testEvent = (occurredAt: number | null, field: string | null): ItemOutcome =>
  accountNews(occurredAt ?? 0, { code: "test_event", data: { field } });
