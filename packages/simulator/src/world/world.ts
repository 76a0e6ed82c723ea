import type { AccountConfig, ChannelName, SimulatorConfig } from "../config.ts";
import { type AccountState, freshState } from "./account-state.ts";
import type { Shown } from "./shown.ts";
import type { Template } from "./template.ts";

/** A person with their phones. Ids are made when first needed: a Page or Instagram account knows its own. */
export type Person = {
  id: string;
  name: string;
  /** Digits. null: WhatsApp shows no phone (a person with a username). */
  phone: string | null;
  bsuid: string | null;
  username: string | null;
  psids: Record<string, string>;
  igsids: Record<string, string>;
};

export type MessageStatus = "sent" | "delivered" | "read";
export type PhoneMessage = {
  id: string;
  by: "person" | "business";
  /** `notice`: something that happened and is no message, e.g. "Get Started". */
  kind: "text" | "rich" | "notice";
  text: string;
  shown?: Shown | undefined;
  reactions?: { person?: string | undefined; business?: string | undefined } | undefined;
  /** How often it was changed. */
  edits?: number | undefined;
  deleted?: boolean | undefined;
  /** Sent to a group that the person is in. */
  group?: string | undefined;
  /** Of a template: its category, which receipts tell. */
  category?: string | undefined;
  at: number;
  status: MessageStatus;
  replyTo?: string | undefined;
  callbackData?: string | undefined;
};

export type Thread = {
  accountId: string;
  personId: string;
  channel: ChannelName;
  messages: PhoneMessage[];
  /** When the person last did something that lets the business answer; null: never. */
  openedAt: number | null;
  /** Another app holds the thread: ours only looks on. */
  heldByOther?: boolean | undefined;
  /** The person has blocked the business. */
  blocked?: boolean | undefined;
  /** The person takes no marketing from the business. */
  noMarketing?: boolean | undefined;
  /** The business is writing, until then. */
  typingUntil?: number | undefined;
  /** Comments of the person that can be answered privately, once each; null: that was done. */
  comments?: Record<string, number | null> | undefined;
  /** The group in which the person meets the business. */
  groupId?: string | undefined;
  /** A call that is going on. */
  call?: { id: string; at: number } | undefined;
};

export type WorldState = {
  people: Person[];
  threads: Thread[];
  /** Added while running. */
  accounts?: AccountConfig[];
  states?: [string, AccountState][];
  templates?: [string, Template[]][];
};

/** A phone remembers this many messages of a chat. */
const remembered = 500;

/** Everything that the simulated phones know. */
export class World {
  readonly accounts = new Map<string, AccountConfig>();
  readonly people = new Map<string, Person>();
  readonly #threads = new Map<string, Thread>();
  readonly #listeners = new Set<(personId: string | null) => void>();
  readonly config: SimulatorConfig;
  readonly states: Map<string, AccountState>;
  readonly templates: Map<string, Template[]>;

  constructor(config: SimulatorConfig, state?: WorldState) {
    this.config = config;
    this.states = new Map(state?.states ?? []);
    this.templates = new Map(state?.templates ?? []);
    for (const account of state?.accounts ?? []) this.accounts.set(account.externalId, account);
    for (const account of config.accounts) this.accounts.set(account.externalId, account);
    for (const person of state?.people ?? []) this.people.set(person.id, person);
    for (const thread of state?.threads ?? []) this.#threads.set(threadKey(thread.accountId, thread.personId), thread);
  }

  state(): WorldState {
    const known = new Set(this.config.accounts.map((account) => account.externalId));
    return {
      people: [...this.people.values()],
      threads: [...this.#threads.values()],
      accounts: [...this.accounts.values()].filter((account) => !known.has(account.externalId)),
      states: [...this.states],
      templates: [...this.templates],
    };
  }

  /** How Meta sees an account. */
  stateOf(accountId: string): AccountState {
    const known = this.states.get(accountId) ?? freshState();
    this.states.set(accountId, known);
    return known;
  }

  /** The message with this id, and its thread. */
  findMessage(accountId: string, id: string): { thread: Thread; message: PhoneMessage } | undefined {
    for (const thread of this.#threads.values()) {
      if (thread.accountId !== accountId) continue;
      const message = thread.messages.find((one) => one.id === id);
      if (message) return { thread, message };
    }
    return undefined;
  }

  threads(): Thread[] {
    return [...this.#threads.values()];
  }

  thread(accountId: string, personId: string): Thread | undefined {
    return this.#threads.get(threadKey(accountId, personId));
  }

  /** The thread of a person with an account, begun when there is none. */
  beginThread(account: AccountConfig, person: Person): Thread {
    const known = this.thread(account.externalId, person.id);
    if (known) return known;
    const thread: Thread = {
      accountId: account.externalId,
      personId: person.id,
      channel: account.channel,
      messages: [],
      openedAt: null,
    };
    this.#threads.set(threadKey(account.externalId, person.id), thread);
    return thread;
  }

  /** Puts a message where its time belongs. */
  addMessage(thread: Thread, message: PhoneMessage): void {
    const later = thread.messages.findLastIndex((other) => other.at <= message.at);
    thread.messages.splice(later + 1, 0, message);
    if (thread.messages.length > remembered) thread.messages.splice(0, thread.messages.length - remembered);
    this.changed(thread.personId);
  }

  /** A message moves only forward: sent, delivered, read. */
  advance(thread: Thread, message: PhoneMessage, status: MessageStatus): boolean {
    if (ranks.indexOf(status) <= ranks.indexOf(message.status)) return false;
    message.status = status;
    this.changed(thread.personId);
    return true;
  }

  /** The person did something that opens the window. */
  opened(thread: Thread, at: number): void {
    thread.openedAt = Math.max(thread.openedAt ?? 0, at);
  }

  onChange(listener: (personId: string | null) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  changed(personId: string | null): void {
    for (const listener of this.#listeners) listener(personId);
  }
}

const ranks: readonly MessageStatus[] = ["sent", "delivered", "read"];
const threadKey = (accountId: string, personId: string): string => `${accountId}|${personId}`;
