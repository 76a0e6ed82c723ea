import type { ItemOutcome } from "@onethread/core";
import { accountNews } from "../meta/account-news.ts";
import { errorText } from "../meta/graph-error.ts";
import { failed, skipped } from "../meta/parsed-item.ts";
import { arrayAt, idAt, isObject, type Json } from "../meta/read-keys.ts";
import { readHistoryMessage } from "./parse-echo.ts";

/** What a history has to know of the change it came in. */
type HistoryPlace = { path: string; wabaId: string | null; displayPhone: string | null };

type Element = { path: string; raw: unknown; read: (element: Json) => ItemOutcome };

/** The business said no to sharing its history (coexistence, 2026). */
const declined = "2593109";

/**
 * The chunks of an imported history, each with threads of messages, or with the error that ended it.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history (2026)
 */
export function historyItems(change: HistoryPlace, value: Json): Element[] {
  return arrayAt(value, "history").flatMap((chunk, index) => {
    const path = `${change.path}.value.history[${index}]`;
    const holder = isObject(chunk) ? chunk : null;
    const errors = arrayAt(holder, "errors").map((raw, at): Element => ({ path: `${path}.errors[${at}]`, raw, read: readHistoryError }));
    const items = [...errors, ...threadItems(change, holder, path)];
    return items.length === 0 ? [{ path, raw: chunk, read: () => skipped("history_empty") }] : items;
  });
}

function readHistoryError(error: Json): ItemOutcome {
  const code = idAt(error, "code");
  return accountNews(0, {
    code: code === declined ? "history_declined" : "history_failed",
    level: code === declined ? "info" : "warning",
    data: { code, title: idAt(error, "title"), message: errorText(error).slice(0, 500).toWellFormed() },
  });
}

function threadItems(change: HistoryPlace, chunk: Json | null, path: string): Element[] {
  return arrayAt(chunk, "threads").flatMap((thread, index) => {
    const threadPath = `${path}.threads[${index}]`;
    const holder = isObject(thread) ? thread : null;
    const messages = arrayAt(holder, "messages");
    if (messages.length === 0) return [{ path: threadPath, raw: thread, read: () => skipped("history_empty") }];
    return messages.map(
      (raw, at): Element => ({ path: `${threadPath}.messages[${at}]`, raw, read: (message) => readHistory(change, message, idAt(holder, "id")) }),
    );
  });
}

export function readHistory(change: HistoryPlace, message: Json, threadId: string | null): ItemOutcome {
  if (change.wabaId === null) return failed("missing_key:entry.id");
  return readHistoryMessage(message, { wabaId: change.wabaId, threadId, businessPhone: change.displayPhone });
}
