import type { ExpectedMessage } from "./traffic/expect.ts";

export type StoredEvent = { digest: string; rows: number; state: string; reason: string | null };

/** An item as the database has it. */
export type StoredItem = {
  workspaceId: string;
  conversationId: string;
  customerId: string;
  accountId: string | null;
  externalId: string | null;
  direction: string | null;
  text: string | null;
  deleted: boolean;
  status: string | null;
};

/** An item as the API shows it. */
export type ShownItem = { externalId: string | null; at: number; text: string | null; status: string | null; reaction: string | null };
export type ShownConversation = { workspaceId: string; id: string; unread: number; items: readonly ShownItem[] };

/** What an agent sent, what is shown of it, and how often the platform saw it. */
type SentReply = {
  id: string;
  workspaceId: string;
  channel: string;
  accepted: boolean;
  shown: string | null;
  /** By what the platform told. */
  told: string;
  seen: number;
};

/** What one business got to see, to be searched for what is another's. */
export type Answer = { workspaceId: string; where: string; text: string };

/** What a connected screen shows, and what it would show if it were loaded anew. */
export type LiveScreen = {
  workspaceId: string;
  shown: string;
  fresh: string;
  /** What stands in its lists, one for each row: the list and the id. */
  rows: readonly string[];
};

/** All that is known after a run. What the checker says is a function of this and of nothing else. */
export type Evidence = {
  /** Digests of webhooks that were answered 200. */
  acknowledged: readonly string[];
  /** Those of them that are broken on purpose: never processed, always told. */
  poison: ReadonlySet<string>;
  events: readonly StoredEvent[];
  expected: readonly ExpectedMessage[];
  items: readonly StoredItem[];
  /** Oldest item first; all of the traffic's conversations, or a sample. */
  conversations: readonly ShownConversation[];
  replies: readonly SentReply[];
  /** What is neither done nor given up when everything has had its time. */
  waiting: readonly string[];
  canaries: ReadonlyMap<string, string>;
  answers: readonly Answer[];
  logs: readonly { file: string; text: string }[];
  screens: readonly LiveScreen[];
};
