import { identityKeyText, strongestKey } from "@onethread/core";
import type { Tx } from "@onethread/db/client";
import { type KeptAccount, readRecordedItems, readStoredWebhooks } from "@onethread/db/write";
import type { Context } from "../context.ts";
import type { Unit } from "../inbound/route-items.ts";
import type { Difference } from "./difference.ts";
import { routeAgain } from "./route-again.ts";
import { storedPortions } from "./stored-portions.ts";

/**
 * The webhooks that have to be drained again: those that are understood otherwise now, and those that tell of something
 * missing. Of what came in through an account that is gone none: a drain would find it to be nobody's.
 */
export async function findSources(
  context: Context,
  { kept, accounts }: { kept: Tx; accounts: readonly KeptAccount[] },
  differences: readonly Difference[],
): Promise<string[]> {
  const events = new Set<string>();
  const names = new Set<string>();
  for (const one of differences) {
    if (one.kind === "webhook") events.add(one.eventId);
    else if (!("problem" in one) || one.problem !== "missing") continue;
    else if (one.kind === "log") events.add(one.eventId);
    else if (one.kind === "message") names.add(`${one.channelAccountId}/${one.externalId}`);
    else if (one.kind === "effect") names.add(`${one.channelAccountId}/${one.target}`);
    else if (one.kind === "identity") names.add(`${one.workspaceId}/${one.key}`);
  }
  if (events.size === 0 && names.size === 0) return [];
  const gone = new Set(accounts.flatMap((account) => (account.deletedAt === null ? [] : [account.id])));
  const found: string[] = [];
  for await (const heads of storedPortions(kept, [])) {
    const ids = heads.map((head) => head.id);
    const [webhooks, recorded] = await Promise.all([readStoredWebhooks(kept, ids), readRecordedItems(kept, ids)]);
    for (const webhook of webhooks) {
      const { units } = routeAgain(
        context,
        accounts,
        webhook,
        recorded.filter((row) => row.eventId === webhook.id),
      );
      const told = events.has(webhook.id) || units.some((unit) => namesOf(unit).some((name) => names.has(name)));
      if (told && !units.some((unit) => gone.has(unit.account.id))) found.push(webhook.id);
    }
  }
  return found;
}

function namesOf({ event, account }: Unit): string[] {
  const message = "externalId" in event ? event.externalId : "target" in event ? event.target : null;
  const keys = "customer" in event ? event.customer.keys : [];
  const former = "formerKeys" in event ? (event.formerKeys ?? []) : [];
  return [
    ...(message === null ? [] : [`${account.id}/${message}`]),
    // A link leaves an event of its own beside the item it came in.
    ...("token" in event && event.token
      ? ["link_followed", `link_already_used/${identityKeyText(strongestKey(keys))}`].map((name) => `${account.id}/${event.token}#${name}`)
      : []),
    ...[...keys, ...former].map((key) => `${account.workspaceId}/${identityKeyText(key)}`),
  ];
}
