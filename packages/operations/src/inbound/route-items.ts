import { parseWebhook } from "@onethread/channels";
import type { AccountRef, IdentityKey, InboundEvent, ParsedItem, Sender } from "@onethread/core";
import type { Tx } from "@onethread/db/client";
import type { ClaimedWebhookEvent, RoutedAccount, WebhookItemRow } from "@onethread/db/write";
import { findAccountById, findAccounts } from "@onethread/db/write";
import type { Context } from "../context.ts";

/** One event of one item, at the account it belongs to. */
export type Unit = {
  account: RoutedAccount;
  event: InboundEvent;
  webhookId: string;
  /** The item's path in the body, and which of its events this is. */
  path: string;
  position: number;
  receivedAt: Date;
  accountFacts: ParsedItem["accountFacts"];
};

export type Routed = {
  units: Unit[];
  items: WebhookItemRow[];
  settled: { id: string; state: "processed" | "quarantined" | "ignored"; reason: string | null }[];
};

type Parsed = { webhook: ClaimedWebhookEvent; items: ParsedItem[]; malformed: string | null };

/** Parses bodies and finds whose items they hold. Every item gets an outcome; nothing is dropped. */
export async function routeItems(context: Context, tx: Tx, webhooks: readonly ClaimedWebhookEvent[]): Promise<Routed> {
  const parsed = webhooks.map(parse);
  const refs = parsed.flatMap(({ items }) => items.flatMap((item) => item.account ?? []));
  const accounts = await findAccounts(tx, refs);
  for (const { endpointAccountId: id } of webhooks) {
    if (!id || accounts.some((account) => account.id === id)) continue;
    const endpoint = await findAccountById(tx, id);
    if (endpoint) accounts.push(endpoint);
  }
  const routed: Routed = { units: [], items: [], settled: [] };
  for (const one of parsed) routeWebhook(context, one, accounts, routed);
  return routed;
}

function parse(webhook: ClaimedWebhookEvent): Parsed {
  const result = parseWebhook(webhook.body);
  return result.ok ? { webhook, items: result.items, malformed: null } : { webhook, items: [], malformed: result.reason };
}

function routeWebhook(context: Context, { webhook, items, malformed }: Parsed, accounts: readonly RoutedAccount[], routed: Routed): void {
  const states = new Set<"processed" | "quarantined" | "ignored">();
  let reason = malformed;
  if (malformed) states.add("quarantined");
  const endpoint = accounts.find((account) => account.id === webhook.endpointAccountId);
  for (const item of items) {
    const owners = ownersOf(item.account, accounts);
    if (owners.length === 0) {
      const failed = item.outcome.kind === "failed";
      states.add(failed ? "quarantined" : "ignored");
      reason ??= failed ? failureOf(item) : item.account ? "unknown_account" : "no_account";
    }
    for (const account of owners) {
      const outcome = outcomeFor(context, item, account, webhook.endpointAccountId === null ? null : (endpoint ?? false));
      states.add(outcome.state);
      if (outcome.state === "quarantined") reason ??= outcome.reason;
      routed.items.push({
        workspaceId: account.workspaceId,
        eventId: webhook.id,
        path: item.path,
        channelAccountId: account.id,
        outcome: outcome.state,
        reason: outcome.reason,
      });
      if (outcome.state === "processed") routed.units.push(...unitsOf(context, webhook, item, account));
    }
  }
  const state = states.has("quarantined") ? "quarantined" : states.has("processed") ? "processed" : "ignored";
  routed.settled.push({ id: webhook.id, state, reason: reason ?? (items.length === 0 ? "empty_body" : null) });
}

/** The events of one item, at an account of its owner, in the words that account uses. */
export function unitsOf(context: Context, webhook: Pick<ClaimedWebhookEvent, "id" | "receivedAt">, item: ParsedItem, account: RoutedAccount): Unit[] {
  if (item.outcome.kind !== "events") return [];
  return item.outcome.events.map((event, position) => ({
    account,
    event: ourTerms(context, rescope(event, account), account),
    webhookId: webhook.id,
    path: item.path,
    position,
    receivedAt: webhook.receivedAt,
    accountFacts: item.accountFacts,
  }));
}

/** Account-level items of a WABA reach every workspace with a number in it, once. */
export function ownersOf(ref: AccountRef | null, accounts: readonly RoutedAccount[]): RoutedAccount[] {
  if (!ref) return [];
  if ("externalId" in ref) return accounts.filter((account) => account.channel === ref.channel && account.externalId === ref.externalId);
  const seen = new Set<string>();
  return accounts.filter((account) => account.settings.wabaId === ref.wabaId && !seen.has(account.workspaceId) && seen.add(account.workspaceId));
}

export type Outcome = { state: "processed" | "quarantined" | "ignored"; reason: string | null };

/** `endpoint`: null = the platform's app signed; false = an account that is gone; else the account whose secret signed. */
export function outcomeFor(context: Context, item: ParsedItem, account: RoutedAccount, endpoint: RoutedAccount | null | false): Outcome {
  // A visitor comes by the gateway, never by a platform's webhook, whoever has signed it.
  if (account.channel === "webchat" && (!endpoint || endpoint.id !== account.id)) return { state: "ignored", reason: "foreign_account" };
  if (endpoint !== null && !sharesSecret(context, endpoint, account)) return { state: "ignored", reason: "foreign_account" };
  if (account.state === "disabled") return { state: "ignored", reason: "account_disabled" };
  if (item.outcome.kind === "failed") return { state: "quarantined", reason: failureOf(item) };
  if (item.outcome.kind === "skipped") return { state: "ignored", reason: item.outcome.reason };
  return { state: "processed", reason: null };
}

/** A business' own app may speak for its accounts with that app's secret, and for nobody else's. */
function sharesSecret(context: Context, endpoint: RoutedAccount | false, account: RoutedAccount): boolean {
  if (!endpoint || endpoint.workspaceId !== account.workspaceId) return false;
  if (endpoint.id === account.id) return true;
  const open = (one: RoutedAccount) =>
    one.appSecret
      ? context.secrets.open(one.appSecret, { workspaceId: one.workspaceId, table: "channel_accounts", rowId: one.id, column: "app_secret" })
      : null;
  const secret = open(endpoint);
  return secret !== null && secret === open(account);
}

const failureOf = (item: ParsedItem): string => (item.outcome.kind === "failed" ? item.outcome.reason : "failed");

/** WhatsApp names who holds a thread by role; an inbox for people is this one (standby reference, 4 Aug 2026). */
const ourRole = "customer_service";

/** The wire names the app that holds a thread; whether that is us, we know. */
function ourTerms(context: Context, event: InboundEvent, account: RoutedAccount): InboundEvent {
  if (event.type !== "occurrence" || event.name !== "thread_control" || !event.heldBy) return event;
  const ours = event.heldBy === ourRole || context.meta.appIds.includes(event.heldBy) || event.heldBy === account.appId;
  return ours ? { ...event, heldBy: null } : event;
}

/** A business-scoped id means something inside its portfolio; the wire tells only the WABA. */
function rescope(event: InboundEvent, account: RoutedAccount): InboundEvent {
  const portfolio = account.settings.portfolioId;
  if (account.channel !== "whatsapp" || !portfolio || !("customer" in event)) return event;
  const move = (key: IdentityKey): IdentityKey => (key.kind === "wa_bsuid" || key.kind === "wa_bsuid_parent" ? { ...key, scope: portfolio } : key);
  const customer: Sender = { ...event.customer, keys: event.customer.keys.map(move) };
  if (event.type === "message" && event.formerKeys) return { ...event, customer, formerKeys: event.formerKeys.map(move) };
  if (event.type === "link") return { ...event, customer, formerKeys: event.formerKeys.map(move) };
  return { ...event, customer };
}
