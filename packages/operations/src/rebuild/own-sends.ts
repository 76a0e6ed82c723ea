import { newId, type Tx } from "@onethread/db/client";
import { findConversations, findIdentities, insertPeople, type OwnSendRow, readOwnSends, takeOverSends, workspaceKeyText } from "@onethread/db/write";

const pageSize = 2000;
const portion = 500;

/** Puts own messages onto the timelines they belong to. Whom nobody has heard of was written to first: that makes them known. */
export async function placeSends(rebuilt: Tx, sends: readonly OwnSendRow[]): Promise<void> {
  if (sends.length === 0) return;
  const wanted = new Map(sends.map((send) => [workspaceKeyText(send), send]));
  const found = await findIdentities(rebuilt, [...wanted.values()]);
  const known = new Set(found.map(workspaceKeyText));
  for (const [name, { workspaceId, key, at: createdAt }] of wanted) {
    if (known.has(name)) continue;
    const customer = { workspaceId, id: newId(), conversationId: newId(), createdAt };
    const identity = { workspaceId, id: newId(), key, customerId: customer.id, personId: newId(), channelAccountId: null, createdAt };
    await insertPeople(rebuilt, [customer], [identity]);
    found.push(identity);
  }
  const byName = new Map(found.map((identity) => [workspaceKeyText(identity), identity]));
  const conversations = await findConversations(rebuilt, [...new Set(found.map((identity) => identity.customerId))]);
  const conversationOf = new Map(conversations.map((head) => [head.customerId, head.id]));
  await takeOverSends(
    rebuilt,
    sends.flatMap((send) => {
      const identity = byName.get(workspaceKeyText(send));
      const conversationId = identity && conversationOf.get(identity.customerId);
      return identity && conversationId ? [{ row: send.row, identityId: identity.id, conversationId }] : [];
    }),
  );
}

/** Our own messages in the order they were written, read ahead in pages. */
export class OwnSends {
  private ahead: OwnSendRow[] = [];
  private last: OwnSendRow | null = null;
  private all = false;

  constructor(private readonly kept: Tx) {}

  /** The next ones written until a moment (milliseconds); none when that is all for now. */
  async next(until: number): Promise<OwnSendRow[]> {
    if (this.ahead.length === 0 && !this.all) {
      this.ahead = await readOwnSends(this.kept, this.last, pageSize);
      this.all = this.ahead.length < pageSize;
      this.last = this.ahead.at(-1) ?? this.last;
    }
    const later = this.ahead.findIndex((send) => send.at.getTime() > until);
    return this.ahead.splice(0, Math.min(portion, later < 0 ? this.ahead.length : later));
  }
}
