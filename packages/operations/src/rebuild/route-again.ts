import { parseWebhook } from "@onethread/channels";
import type { ParsedItem } from "@onethread/core";
import type { KeptAccount, StoredWebhook, WebhookItemRow } from "@onethread/db/write";
import type { Context } from "../context.ts";
import { outcomeFor, ownersOf, type Unit, unitsOf } from "../inbound/route-items.ts";
import type { Difference } from "./difference.ts";

/** What was decided by who was connected then, and is not decided again. */
const decidedThen = ["account_disabled", "foreign_account"];

export type RoutedAgain = { units: Unit[]; differences: Difference[] };

/**
 * Parses a stored webhook as it is parsed now, for the accounts it was worked off for then. An item nothing was written
 * down of belongs to the accounts that were connected then; where the whole body was set aside, to those of today, as
 * a replay would have it.
 */
export function routeAgain(
  context: Context,
  accounts: readonly KeptAccount[],
  webhook: StoredWebhook,
  recorded: readonly WebhookItemRow[],
): RoutedAgain {
  const routed: RoutedAgain = { units: [], differences: [] };
  const note = (
    workspaceId: string | null,
    path: string | null,
    problem: "understood_now" | "not_recorded" | "not_understood_now",
    reason: string | null,
  ) => routed.differences.push({ kind: "webhook", workspaceId, eventId: webhook.id, path, problem, reason });
  const parsed = parseWebhook(webhook.body);
  if (!parsed.ok) {
    if (webhook.state !== "quarantined") note(null, null, "not_understood_now", parsed.reason);
    return routed;
  }
  for (const item of parsed.items) {
    const known = recorded.filter((row) => row.path === item.path);
    for (const row of known) {
      const account = accounts.find((one) => one.id === row.channelAccountId);
      if (!account || decidedThen.includes(row.reason ?? "")) continue;
      if (item.outcome.kind === "events") routed.units.push(...unitsOf(context, webhook, item, account));
      const now = outcomeOf(item);
      if (now === row.outcome) continue;
      if (now === "processed") note(row.workspaceId, item.path, "understood_now", row.reason);
      else if (row.outcome === "processed") note(row.workspaceId, item.path, "not_understood_now", reasonOf(item));
    }
    if (known.length > 0 || item.outcome.kind !== "events") continue;
    for (const account of ownersOf(item.account, connected(accounts, webhook)) as KeptAccount[]) {
      if (outcomeFor(context, item, account, endpointOf(accounts, webhook)).state !== "processed") continue;
      routed.units.push(...unitsOf(context, webhook, item, account));
      note(account.workspaceId, item.path, webhook.state === "quarantined" ? "understood_now" : "not_recorded", webhook.reason);
    }
  }
  return routed;
}

const outcomeOf = (item: ParsedItem) => ({ events: "processed", skipped: "ignored", failed: "quarantined" })[item.outcome.kind];
const reasonOf = (item: ParsedItem) => (item.outcome.kind === "events" ? null : item.outcome.reason);

function connected(accounts: readonly KeptAccount[], { state, processedAt }: StoredWebhook): KeptAccount[] {
  if (state === "quarantined") return accounts.filter((account) => account.deletedAt === null);
  return accounts.filter((account) => account.createdAt <= processedAt && (account.deletedAt === null || account.deletedAt > processedAt));
}

function endpointOf(accounts: readonly KeptAccount[], { endpointAccountId }: StoredWebhook): KeptAccount | null | false {
  return endpointAccountId === null ? null : (accounts.find((account) => account.id === endpointAccountId) ?? false);
}
