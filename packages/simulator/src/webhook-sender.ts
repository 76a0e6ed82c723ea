import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { serialise } from "./wire/serialise.ts";
import { sign } from "./wire/sign.ts";

export type Destination = { webhookUrl: string; appSecret: string };
export type PendingWebhook = Destination & { raw: string };
export type Delivery = { delivered: boolean; status: number | null; attempts: number };

export type SenderOptions = {
  /** Waits between attempts in milliseconds; the last one repeats. */
  backoff?: readonly number[];
  /** How many failing attempts before a webhook is given up. */
  attempts?: number;
  timeoutMs?: number;
};

/**
 * Meta retries at once a few times and then for hours to days. Here it is a shorter while: long enough for a restart.
 * Source: https://developers.facebook.com/docs/messenger-platform/webhooks (2026)
 */
const defaults = { backoff: [100, 250, 500, 1_000, 2_000, 5_000], attempts: 200, timeoutMs: 10_000 };

/** Signs bodies and posts them until they are answered 2xx. Two webhooks are two posts: nothing orders them. */
export class WebhookSender {
  readonly #options: Required<SenderOptions>;
  readonly #pending = new Map<string, PendingWebhook>();
  readonly #stopped = new AbortController();
  readonly #onChange: () => void;

  constructor(onChange: () => void = () => undefined, options: SenderOptions = {}) {
    this.#options = { ...defaults, ...options };
    this.#onChange = onChange;
    // Each webhook that waits listens for the end: there may be many.
    setMaxListeners(0, this.#stopped.signal);
  }

  /** Not yet answered: kept over a restart. */
  pending(): PendingWebhook[] {
    return [...this.#pending.values()];
  }

  /** Posts once and answers how that went; a failure is retried in the background. `onDelivered` comes at most once. */
  async post(body: unknown, to: Destination, onDelivered: () => void = () => undefined): Promise<Delivery> {
    return this.resume({ raw: serialise(body), webhookUrl: to.webhookUrl, appSecret: to.appSecret }, onDelivered);
  }

  async resume(webhook: PendingWebhook, onDelivered: () => void = () => undefined): Promise<Delivery> {
    const id = randomUUID();
    this.#pending.set(id, webhook);
    this.#onChange();
    const first = await this.#attempt(webhook);
    if (isDone(first)) this.#settle(id, onDelivered);
    else void this.#retry(id, webhook, onDelivered);
    return { delivered: isDone(first), status: first, attempts: 1 };
  }

  close(): void {
    this.#stopped.abort();
  }

  async #retry(id: string, webhook: PendingWebhook, onDelivered: () => void): Promise<void> {
    const { backoff, attempts } = this.#options;
    for (let attempt = 1; attempt < attempts; attempt++) {
      const pause = backoff[Math.min(attempt, backoff.length) - 1] ?? 1_000;
      await wait(pause, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
      if (this.#stopped.signal.aborted) return;
      if (isDone(await this.#attempt(webhook))) return this.#settle(id, onDelivered);
      // Whoever stops the simulator keeps the webhook for the next start.
      if (this.#stopped.signal.aborted) return;
    }
    this.#settle(id, () => undefined);
  }

  #settle(id: string, then: () => void): void {
    this.#pending.delete(id);
    then();
    this.#onChange();
  }

  async #attempt({ raw, webhookUrl, appSecret }: PendingWebhook): Promise<number | null> {
    try {
      const response = await fetch(webhookUrl, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "user-agent": "facebookexternalua",
          "x-hub-signature-256": sign(raw, appSecret),
        },
        body: raw,
        redirect: "manual",
        signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(this.#options.timeoutMs)]),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return null;
    }
  }
}

const isDone = (status: number | null): boolean => status !== null && status >= 200 && status < 300;
