import { addressOf, type Fact, type TrafficAccount } from "./fact.ts";

/** What must be on the timeline when everything has come in. */
export type ExpectedMessage = {
  workspaceId: string;
  canary: string;
  accountId: string;
  /** Account and person: one customer each. */
  person: string;
  externalId: string;
  direction: "inbound" | "outbound";
  /** null: taken back. */
  text: string | null;
  at: number;
  status: string | null;
  reaction: string | null;
  comment: boolean;
};

const ranks = ["sent", "delivered", "read"];

/** What a set of facts must end in, whatever their order: architecture's rules of convergence, told a second time and simply. */
export function expectFrom(facts: readonly Fact[]): ExpectedMessage[] {
  const key = (fact: { account: TrafficAccount; id: string }) => `${fact.account.id}/${fact.id}`;
  const door = (fact: Fact) => `${fact.account.id}/${fact.person}`;
  const messages = new Map<string, ExpectedMessage>();
  const byDoor = new Map<string, { read: number; delivered: number }>();
  const at = new Map<string, number>();
  for (const fact of facts) {
    if (fact.kind !== "text" && fact.kind !== "echo" && fact.kind !== "comment") continue;
    const { account, person } = fact;
    // WhatsApp and comments tell whole seconds.
    const occurredAt = account.channel === "whatsapp" || fact.kind === "comment" ? Math.floor(fact.at / 1000) * 1000 : fact.at;
    at.set(key(fact), occurredAt);
    messages.set(key(fact), {
      workspaceId: account.workspaceId,
      canary: account.canary,
      accountId: account.id,
      // Whoever comments is known by another kind of id than whoever writes.
      person: `${account.externalId}/${addressOf(account, person)}${fact.kind === "comment" ? "/comments" : ""}`,
      externalId: fact.id,
      direction: fact.kind === "echo" ? "outbound" : "inbound",
      text: fact.text,
      at: occurredAt,
      status: fact.kind === "echo" ? "sent" : null,
      reaction: null,
      comment: fact.kind === "comment",
    });
  }
  for (const fact of facts) {
    if (fact.kind !== "read" && fact.kind !== "delivered") continue;
    const marks = byDoor.get(door(fact)) ?? { read: 0, delivered: 0 };
    const until = fact.account.channel === "messenger" ? fact.at : (at.get(key(fact)) ?? 0);
    marks[fact.kind] = Math.max(marks[fact.kind], until);
    byDoor.set(door(fact), marks);
  }
  for (const fact of facts)
    if (fact.kind === "echo" && fact.account.channel !== "whatsapp") applyMarks(messages.get(key(fact)), byDoor.get(door(fact)));
  applyLatest(facts, messages, key);
  return [...messages.values()];
}

function applyMarks(message: ExpectedMessage | undefined, marks: { read: number; delivered: number } | undefined): void {
  if (!message || !marks) return;
  if (message.at <= marks.read) message.status = "read";
  else if (message.at <= marks.delivered) message.status = "delivered";
}

/** The greatest edit, the latest reaction, the highest status; a deletion is final. */
function applyLatest(facts: readonly Fact[], messages: Map<string, ExpectedMessage>, key: (fact: Fact) => string): void {
  const edits = new Map<string, number>();
  const reacted = new Map<string, number>();
  const statuses = new Map<string, Set<string>>();
  for (const fact of facts) {
    const message = messages.get(key(fact));
    if (!message) continue;
    if (fact.kind === "edit" && fact.number > (edits.get(key(fact)) ?? 0)) {
      edits.set(key(fact), fact.number);
      message.text = fact.text;
    }
    if (fact.kind === "reaction" && fact.at > (reacted.get(key(fact)) ?? 0)) {
      reacted.set(key(fact), fact.at);
      message.reaction = fact.emoji;
    }
    if (fact.kind === "status") statuses.set(key(fact), (statuses.get(key(fact)) ?? new Set()).add(fact.status));
  }
  for (const fact of facts) if (fact.kind === "deletion") Object.assign(messages.get(key(fact)) ?? {}, { text: null });
  for (const [id, seen] of statuses) Object.assign(messages.get(id) ?? {}, { status: highest(seen) });
}

/** Failed counts only where nothing proves that it arrived. */
export function highest(seen: ReadonlySet<string>): string {
  const best = ranks.findLast((status) => seen.has(status)) ?? "sent";
  return best === "sent" && seen.has("failed") ? "failed" : best;
}
