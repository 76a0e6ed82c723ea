import { type Database, forIngest, type Tx } from "@onethread/db/client";
import {
  type KeptAccount,
  readKeptTokens,
  readLedger,
  readOwnReactions,
  readRecordedItems,
  readStoredWebhooks,
  type StoredWebhookHead,
  takeOverAccounts,
  takeOverReactions,
  takeOverToken,
} from "@onethread/db/write";
import type { Context } from "../context.ts";
import { resolvePeople } from "../inbound/resolve-people.ts";
import type { Unit } from "../inbound/route-items.ts";
import { writeAccountNews } from "../inbound/write-account-news.ts";
import { writeTimeline } from "../inbound/write-timeline.ts";
import { actAgain, addCustomer, counterpart } from "./act-again.ts";
import type { Difference } from "./difference.ts";
import { OwnSends, placeSends } from "./own-sends.ts";
import { type LedgerAct, PeopleLedger } from "./people-ledger.ts";
import { routeAgain } from "./route-again.ts";
import { isBefore, storedPortions } from "./stored-portions.ts";

export type Replay = {
  context: Context;
  /** The kept rows, as of one moment. */
  kept: Tx;
  /** An empty database, to be filled. */
  rebuilt: Database;
  accounts: readonly KeptAccount[];
  /** Only this workspace; undefined: all. */
  workspaceId: string | undefined;
  onDifference: (difference: Difference) => void;
  onProgress: (replayed: number) => void;
};

/** Works off all stored webhooks again, into an empty database, with what people and our own sends made among them. */
export async function replay(run: Replay): Promise<void> {
  const ledger = new PeopleLedger(await readLedger(run.kept));
  const reactions = await readOwnReactions(run.kept);
  await forIngest(run.rebuilt, async (tx) => {
    await takeOverAccounts(tx, run.accounts);
    await takeOverReactions(tx, reactions);
  });
  const teller = new Teller(run, ledger);
  let replayed = 0;
  for await (const heads of storedPortions(run.kept, ledger.acts)) {
    await teller.tell(heads);
    replayed += heads.length;
    run.onProgress(replayed);
  }
  await teller.finish();
}

type Routed = { head: StoredWebhookHead; units: Unit[]; differences: Difference[]; quarantined: boolean };

const tokenOf = ({ event }: Unit): string | undefined => ("token" in event ? event.token : undefined);

/** A link was made for somebody who was known by then: what came in before it was followed is written first. */
function untilTokens(routed: readonly Routed[]): Routed[][] {
  const parts: Routed[][] = [];
  let part: Routed[] = [];
  for (const one of routed) {
    if (part.length > 0 && one.units.some(tokenOf)) {
      parts.push(part);
      part = [];
    }
    part.push(one);
  }
  return [...parts, part];
}

class Teller {
  private nextAct = 0;
  /** Acts about people who are not known yet. */
  private waiting: LedgerAct[] = [];
  private readonly sends: OwnSends;

  constructor(
    private readonly run: Replay,
    private readonly ledger: PeopleLedger,
  ) {
    this.sends = new OwnSends(run.kept);
  }

  /** Does what people did before these webhooks, works the webhooks off, and puts what we sent until then beside them. */
  async tell(heads: readonly StoredWebhookHead[]): Promise<void> {
    const [first] = heads;
    const last = heads.at(-1);
    if (!first || !last) return;
    await this.act((act) => isBefore(act, first));
    const routed = await this.route(heads);
    for (const some of untilTokens(routed)) {
      // A link may be for somebody who was written to first.
      if (some[0]?.units.some(tokenOf)) await this.send(some[0].head.at);
      try {
        await this.write(some);
      } catch {
        // As in a drain: what can't be written is found one by one, and spoils nothing beside it.
        for (const one of some) await this.write([one]).catch((error: unknown) => this.setAside(one, error));
      }
    }
    for (const { differences } of routed) for (const one of differences) if (this.isWanted(one.workspaceId)) this.run.onDifference(one);
    await this.send(last.at);
  }

  async finish(): Promise<void> {
    await this.act(() => true);
    await this.send(Number.POSITIVE_INFINITY);
    await this.act(() => true);
  }

  private isWanted(workspaceId: string | null): boolean {
    return this.run.workspaceId === undefined || workspaceId === null || workspaceId === this.run.workspaceId;
  }

  private async route(heads: readonly StoredWebhookHead[]): Promise<Routed[]> {
    const ids = heads.map((head) => head.id);
    const [webhooks, recorded] = await Promise.all([readStoredWebhooks(this.run.kept, ids), readRecordedItems(this.run.kept, ids)]);
    const rowsOf = new Map<string, typeof recorded>();
    for (const row of recorded) rowsOf.set(row.eventId, [...(rowsOf.get(row.eventId) ?? []), row]);
    const byId = new Map(webhooks.map((webhook) => [webhook.id, webhook]));
    return heads.flatMap((head) => {
      const webhook = byId.get(head.id);
      if (!webhook) return [];
      const { units, differences } = routeAgain(this.run.context, this.run.accounts, webhook, rowsOf.get(webhook.id) ?? []);
      const wanted = units.filter((unit) => this.isWanted(unit.account.workspaceId));
      return [{ head, units: wanted, differences, quarantined: webhook.state === "quarantined" }];
    });
  }

  private async write(routed: readonly Routed[]): Promise<void> {
    const units = routed.flatMap((one) => one.units);
    if (units.length === 0) return;
    const now = new Date(Math.max(...units.map((unit) => unit.receivedAt.getTime())));
    await forIngest(this.run.rebuilt, async (tx, behind) => {
      await this.bringTokens(tx, units);
      const { people } = await resolvePeople(tx, units, now);
      await writeTimeline(tx, units, people, { now, mayFetch: this.run.context.media.mayFetch, behind, route: false });
      await writeAccountNews(tx, units);
    });
  }

  /** What can't be written now could not be written then either, or it is a difference. */
  private setAside(routed: Routed, error: unknown): void {
    const code = (error as { code?: string }).code;
    const reason = code ? `database_${code}` : `error_${(error as Error).name}`;
    routed.differences = routed.quarantined
      ? []
      : [{ kind: "webhook", workspaceId: null, eventId: routed.head.id, path: null, problem: "not_understood_now", reason }];
  }

  /** Links were made by people: they are known, and nobody has followed them yet. */
  private async bringTokens(rebuilt: Tx, units: readonly Unit[]): Promise<void> {
    const wanted = units.flatMap((unit) => {
      const token = tokenOf(unit);
      return token ? [{ workspaceId: unit.account.workspaceId, token }] : [];
    });
    const both = { kept: this.run.kept, rebuilt, ledger: this.ledger };
    for (const token of await readKeptTokens(this.run.kept, wanted)) {
      const found = await counterpart(both, token.workspaceId, this.ledger.root(token.customerId));
      await takeOverToken(rebuilt, { ...token, customerId: found ?? (await addCustomer(rebuilt, token.workspaceId, token.createdAt)) });
    }
  }

  private async act(isDue: (act: LedgerAct) => boolean): Promise<void> {
    const due = this.waiting.splice(0);
    for (let act = this.ledger.acts[this.nextAct]; act && isDue(act); act = this.ledger.acts[this.nextAct]) {
      due.push(act);
      this.nextAct++;
    }
    for (const act of due) {
      const open = act.kind === "undo" ? this.waiting.findIndex((one) => one.row.id === act.row.id) : -1;
      // Taken back before those who were joined are known: only the taking back is left of it.
      for (const merge of open < 0 ? [] : this.waiting.splice(open, 1)) this.ledger.apply(merge);
      const done = await forIngest(this.run.rebuilt, (rebuilt) => actAgain({ kept: this.run.kept, rebuilt, ledger: this.ledger }, act));
      if (!done) this.waiting.push(act);
    }
  }

  private async send(until: number): Promise<void> {
    for (let sends = await this.sends.next(until); sends.length > 0; sends = await this.sends.next(until)) {
      const wanted = sends.filter((send) => this.isWanted(send.workspaceId));
      await forIngest(this.run.rebuilt, (tx) => placeSends(tx, wanted));
    }
  }
}
