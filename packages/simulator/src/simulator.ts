import type { AccountConfig, SimulatorConfig } from "./config.ts";
import { CallLog } from "./graph/call-log.ts";
import { Faults } from "./graph/faults.ts";
import { NumberRate } from "./graph/number-rate.ts";
import { PairRate } from "./graph/pair-rate.ts";
import { Mischief } from "./mischief.ts";
import { type Delivery, type SenderOptions, WebhookSender } from "./webhook-sender.ts";
import type { WhatsappAccount, WhatsappPerson } from "./wire/whatsapp.ts";
import { MediaStore } from "./world/media-store.ts";
import { loadState, StateStore } from "./world/state-store.ts";
import { type Person, type Thread, World } from "./world/world.ts";

/** The parts of a running simulator, handed to everything that acts in it. */
export class Simulator {
  readonly config: SimulatorConfig;
  readonly world: World;
  readonly faults = new Faults();
  readonly calls = new CallLog();
  readonly pairs = new PairRate();
  readonly numbers = new NumberRate();
  readonly sender: WebhookSender;
  readonly media: MediaStore;
  readonly mischief = new Mischief();
  /** Where this simulator is reached: addresses of files begin so. */
  origin: string;
  readonly #store: StateStore;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(config: SimulatorConfig, senderOptions?: SenderOptions) {
    this.config = config;
    const { people = [], threads = [], pending = [], ...kept } = loadState(config.stateFile);
    this.world = new World(config, { ...kept, people, threads });
    this.media = new MediaStore(config.stateFile === undefined ? undefined : `${config.stateFile}.media`);
    this.origin = config.publicUrl ?? "http://127.0.0.1";
    this.#store = new StateStore(config.stateFile, () => ({ ...this.world.state(), pending: this.sender.pending() }));
    this.sender = new WebhookSender(() => this.#store.schedule(), senderOptions);
    this.world.onChange(() => this.#store.schedule());
    for (const webhook of pending) void this.sender.resume(webhook);
  }

  /**
   * Signs and posts a webhook to whoever owns the account: late, twice or in another order when the simulator was told to.
   * An account that the app is not subscribed to tells nothing.
   */
  async post(account: AccountConfig, body: unknown, onDelivered?: () => void): Promise<Delivery> {
    if (!this.world.stateOf(account.externalId).subscribed) return { delivered: false, status: null, attempts: 0 };
    const { webhookUrl, appSecret } = { ...this.config, ...pick(account) };
    const { waitMs, copies } = this.mischief.next();
    const send = () => this.sender.post(body, { webhookUrl, appSecret }, onDelivered);
    for (let copy = 1; copy < copies; copy++) this.later(waitMs + 40 * copy, () => void this.sender.post(body, { webhookUrl, appSecret }));
    if (waitMs === 0) return send();
    this.later(waitMs, () => void send());
    return { delivered: true, status: null, attempts: 0 };
  }

  /** The business is shown writing, for a while or until it sends. */
  typing(thread: Thread, ms: number): void {
    thread.typingUntil = ms > 0 ? Date.now() + ms : undefined;
    this.world.changed(thread.personId);
    if (ms > 0) this.later(ms + 50, () => this.world.changed(thread.personId));
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
