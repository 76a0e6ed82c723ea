import type { Tx } from "@onethread/db/client";
import { listStoredWebhooks, type StoredWebhookHead } from "@onethread/db/write";
import type { LedgerAct } from "./people-ledger.ts";

/** Ids are listed in pages; bodies, which may be large, are read in portions of at most so many, and so many bytes. */
const pageSize = 5000;
const portion = 200;
const portionBytes = 8 * 1024 * 1024;

/** All webhooks that were worked off, in that order, in portions. One ends where an act that matters falls between two webhooks. */
export async function* storedPortions(kept: Tx, acts: readonly LedgerAct[]): AsyncGenerator<StoredWebhookHead[]> {
  let last: StoredWebhookHead | null = null;
  for (;;) {
    const page: StoredWebhookHead[] = await listStoredWebhooks(kept, last, pageSize);
    yield* portionsOf(page, acts);
    last = page.at(-1) ?? last;
    if (page.length < pageSize) return;
  }
}

/** Whether somebody's act came before a webhook took effect. */
export const isBefore = (act: LedgerAct, head: StoredWebhookHead): boolean => act.at < head.at || (act.at === head.at && act.id < head.id);

/** Portions end where somebody's act falls between two webhooks. */
function* portionsOf(page: readonly StoredWebhookHead[], acts: readonly LedgerAct[]): Generator<StoredWebhookHead[]> {
  let heads: StoredWebhookHead[] = [];
  let bytes = 0;
  let next = 0;
  for (const head of page) {
    let between = false;
    for (let act = acts[next]; act && isBefore(act, head); act = acts[next]) {
      between ||= act.kind === "undo" || act.row.byPerson;
      next++;
    }
    if (heads.length > 0 && (between || heads.length >= portion || bytes + head.bytes > portionBytes)) {
      yield heads;
      heads = [];
      bytes = 0;
    }
    heads.push(head);
    bytes += head.bytes;
  }
  if (heads.length > 0) yield heads;
}
