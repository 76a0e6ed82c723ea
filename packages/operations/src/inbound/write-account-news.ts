import type { AccountEffect, AccountEvent } from "@onethread/core";
import { storableDeep } from "@onethread/core";
import { newId, type Tx } from "@onethread/db/client";
import { addToChannelLog, blockAccount, type ChannelLogRow, noteAccountFacts, noteTemplate } from "@onethread/db/write";
import type { Unit } from "./route-items.ts";

/** An account whose templates have changed in a way only the platform's list tells. */
export type ChangedTemplates = { workspaceId: string; channelAccountId: string };

/** Keeps what platforms said about accounts, and brings accounts and templates in step with it. */
export async function writeAccountNews(tx: Tx, units: readonly Unit[]): Promise<ChangedTemplates[]> {
  await addToChannelLog(
    tx,
    units.flatMap((unit) => logRow(unit) ?? []),
  );
  for (const { event, account } of units) {
    if (event.type === "account" && event.effect) await apply(tx, account, event.effect, event);
  }
  const changed = units.filter(({ event }) => event.type === "account" && event.effect?.kind === "template");
  return [...new Map(changed.map(({ account }) => [account.id, { workspaceId: account.workspaceId, channelAccountId: account.id }])).values()];
}

function logRow({ event, account, webhookId, path, position, receivedAt }: Unit): ChannelLogRow | null {
  if (event.type !== "account") return null;
  return {
    workspace_id: account.workspaceId,
    channel_account_id: account.id,
    event_id: webhookId,
    path,
    position,
    scope: account.channel === "whatsapp" ? (account.settings.wabaId ?? null) : null,
    // Some news carry no time of their own.
    occurred_at: (event.occurredAt === 0 ? receivedAt : new Date(event.occurredAt)).toISOString(),
    received_at: receivedAt.toISOString(),
    code: event.code,
    level: event.level,
    data: storableDeep(event.data),
  };
}

async function apply(tx: Tx, account: Unit["account"], effect: AccountEffect, { occurredAt, data }: AccountEvent): Promise<void> {
  const { workspaceId, id, channel } = account;
  const at = new Date(occurredAt);
  const wabaId = channel === "whatsapp" ? (account.settings.wabaId ?? null) : null;
  switch (effect.kind) {
    case "template": {
      const { kind: _, ...template } = effect;
      return noteTemplate(tx, { workspaceId, newId: newId(), channel, scope: wabaId ?? account.externalId, at, ...storableDeep(template) });
    }
    case "blocked":
      return blockAccount(tx, { workspaceId, id, wabaId, reason: effect.reason, until: effect.until === null ? null : new Date(effect.until), at });
    case "facts": {
      const phone = typeof data.displayPhoneNumber === "string" ? data.displayPhoneNumber.replaceAll(/\D/g, "") : null;
      return noteAccountFacts(tx, { workspaceId, id, wabaId, phone, facts: storableDeep(effect.facts), at });
    }
  }
}
