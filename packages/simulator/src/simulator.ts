import type { AccountConfig, SimulatorConfig } from "./config.ts";
import { CallLog } from "./graph/call-log.ts";
import { Faults } from "./graph/faults.ts";
import { PairRate } from "./graph/pair-rate.ts";
import { type Delivery, type SenderOptions, WebhookSender } from "./webhook-sender.ts";
import type { WhatsappAccount, WhatsappPerson } from "./wire/whatsapp.ts";
import { loadState, StateStore } from "./world/state-store.ts";
import { type Person, World } from "./world/world.ts";

/** The parts of a running simulator, handed to everything that acts in it. */
export class Simulator {
  readonly config: SimulatorConfig;
  readonly world: World;
  readonly faults = new Faults();
  readonly calls = new CallLog();
  readonly pairs = new PairRate();
  readonly sender: WebhookSender;
  readonly #store: StateStore;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(config: SimulatorConfig, senderOptions?: SenderOptions) {
    this.config = config;
    const { people = [], threads = [], pending = [] } = loadState(config.stateFile);
    this.world = new World(config, { people, threads });
    this.#store = new StateStore(config.stateFile, () => ({ ...this.world.state(), pending: this.sender.pending() }));
    this.sender = new WebhookSender(() => this.#store.schedule(), senderOptions);
    this.world.onChange(() => this.#store.schedule());
    for (const webhook of pending) void this.sender.resume(webhook);
  }

  /** Signs and posts a webhook to whoever owns the account. */
  post(account: AccountConfig, body: unknown, onDelivered?: () => void): Promise<Delivery> {
    const { webhookUrl, appSecret } = { ...this.config, ...pick(account) };
    return this.sender.post(body, { webhookUrl, appSecret }, onDelivered);
  }

  /** Does something a moment later, unless the simulator is closed before. */
  later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.sender.close();
    this.#store.flush();
  }
}

const pick = (account: AccountConfig): Partial<Pick<SimulatorConfig, "webhookUrl" | "appSecret">> => ({
  ...(account.webhookUrl ? { webhookUrl: account.webhookUrl } : {}),
  ...(account.appSecret ? { appSecret: account.appSecret } : {}),
});

export const whatsappAccount = (account: AccountConfig): WhatsappAccount => ({
  externalId: account.externalId,
  wabaId: account.wabaId ?? `9${account.externalId}`,
  displayPhoneNumber: account.displayPhoneNumber ?? account.externalId,
});

export const whatsappPerson = (person: Person): WhatsappPerson => ({
  name: person.name,
  phone: person.phone ?? undefined,
  userId: person.bsuid ?? undefined,
  username: person.username ?? undefined,
});

/** An account whose channel speaks the wire format of pages and Instagram accounts. */
export const messagingAccount = (account: AccountConfig) => ({
  channel: account.channel === "instagram" ? ("instagram" as const) : ("messenger" as const),
  externalId: account.externalId,
});
