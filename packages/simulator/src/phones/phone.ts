import { showMessages } from "./bubbles.ts";
import { element } from "./element.ts";
import type { Account, Thread, View } from "./server.ts";

export type PhoneActions = {
  send(accountId: string, text: string): void;
  follow(url: string): void;
  /** The phone was touched: its chat is being looked at. */
  touch(phone: Phone): void;
};

const names = { whatsapp: "WhatsApp", instagram: "Instagram", messenger: "Messenger" } as const;
const nothingConnected = {
  whatsapp: "No WhatsApp number is connected.",
  instagram: "No Instagram account is connected.",
  messenger: "No Facebook Page is connected.",
} as const;

/** One phone: the chats of one channel, one of them open. */
export class Phone {
  readonly channel: Account["channel"];
  readonly root: HTMLElement;
  readonly #actions: PhoneActions;
  readonly #account = element("select", { class: "account" });
  readonly #bubbles = element("ol", { class: "bubbles", "data-testid": "bubbles", tabindex: "0" });
  readonly #empty = element("p", { class: "empty" });
  readonly #input = element("textarea", { "data-testid": "input", rows: "1", dir: "auto", enterkeyhint: "send" });
  readonly #send = element("button", { type: "submit", "data-testid": "send", "aria-label": "Send" }, "➤");
  readonly #unread = element("span", { class: "unread" });
  /** What is written but not sent, for each person and account. */
  readonly #drafts = new Map<string, string>();
  #personId = "";
  #threads: readonly Thread[] = [];

  constructor(channel: Account["channel"], actions: PhoneActions) {
    this.channel = channel;
    this.#actions = actions;
    const name = names[channel];
    this.#account.setAttribute("aria-label", `${name} account`);
    this.#bubbles.setAttribute("aria-label", `Messages on ${name}`);
    const form = element("form", { class: "compose" }, this.#input, this.#send);
    const bar = element("div", { class: "bar" }, element("span", { class: "channel" }, name), this.#unread, this.#account);
    const chat = element("div", { class: "chat", role: "log", "aria-label": `Chat on ${name}` }, this.#empty, this.#bubbles);
    const label = { class: `phone ${channel}`, "data-testid": `phone-${channel}`, "aria-label": `${name} phone` };
    this.root = element("section", label, bar, chat, form);
    this.#listen(form);
  }

  get accountId(): string {
    return this.#account.value;
  }

  get unread(): number {
    return this.#thread()?.messages.filter((message) => message.by === "business" && message.status !== "read").length ?? 0;
  }

  show(view: View, personId: string): void {
    this.#keepDraft();
    const accounts = view.accounts.filter((account) => account.channel === this.channel);
    this.#showAccounts(accounts);
    const changed = this.#personId !== personId;
    this.#personId = personId;
    this.#threads = view.threads;
    if (changed) this.#restoreDraft();
    this.#showThread(accounts);
  }

  /** Keeps what is written, and takes no more until somebody's chats are shown. */
  wait(): void {
    this.#keepDraft();
    this.#input.disabled = true;
    this.#send.disabled = true;
  }

  setActive(active: boolean): void {
    this.root.classList.toggle("active", active);
  }

  /** Opens the chat of an account, with a text ready to send. */
  open(accountId: string, prefilledText: string | null): void {
    this.#account.value = accountId;
    if (prefilledText) this.#input.value = prefilledText;
    this.#fit();
    this.#keepDraft();
    this.root.scrollIntoView({ block: "nearest", inline: "center" });
    this.#input.focus();
  }

  #listen(form: HTMLFormElement): void {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#input.addEventListener("input", () => this.#fit());
    this.#input.addEventListener("keydown", (event) => {
      // While an input method is composing, Enter chooses a word.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    this.#account.addEventListener("change", () => {
      this.#restoreDraft();
      this.#actions.touch(this);
    });
    this.root.addEventListener("pointerdown", () => this.#actions.touch(this));
    this.root.addEventListener("focusin", () => this.#actions.touch(this));
  }

  #submit(): void {
    const text = this.#input.value.trim();
    if (text === "" || this.accountId === "") return;
    this.#input.value = "";
    this.#fit();
    this.#keepDraft();
    this.#bubbles.scrollTop = this.#bubbles.scrollHeight;
    this.#actions.send(this.accountId, text);
  }

  #showAccounts(accounts: readonly Account[]): void {
    const wanted = accounts.map((account) => `${account.externalId} ${account.name}`).join("\n");
    if (this.#account.dataset.shown === wanted) return;
    const chosen = this.#account.value;
    this.#account.replaceChildren(...accounts.map(({ externalId, name }) => element("option", { value: externalId }, name)));
    if (accounts.some((account) => account.externalId === chosen)) this.#account.value = chosen;
    this.#account.dataset.shown = wanted;
  }

  #showThread(accounts: readonly Account[]): void {
    const account = accounts.find((one) => one.externalId === this.accountId);
    const messages = this.#thread()?.messages ?? [];
    const usable = account !== undefined && this.#personId !== "";
    this.#empty.textContent = account === undefined ? nothingConnected[this.channel] : `Write to ${account.name} first.`;
    this.#empty.hidden = messages.length > 0;
    this.#account.hidden = account === undefined;
    this.#account.disabled = accounts.length < 2;
    this.#input.disabled = !usable;
    this.#send.disabled = !usable;
    this.#input.placeholder = "Message";
    this.#input.setAttribute("aria-label", `Message to ${account?.name ?? "nobody"} on ${names[this.channel]}`);
    this.#unread.textContent = this.unread === 0 ? "" : `${this.unread} new`;
    showMessages(this.#bubbles, messages, (url) => this.#actions.follow(url));
  }

  #thread(): Thread | undefined {
    return this.#threads.find((thread) => thread.accountId === this.accountId && thread.personId === this.#personId);
  }

  #fit(): void {
    // Grows with the text; the style sheet sets the limits.
    this.#input.rows = Math.min(4, this.#input.value.split("\n").length + Math.floor(this.#input.value.length / 32));
  }

  #keepDraft(): void {
    if (this.#personId) this.#drafts.set(`${this.#personId}|${this.accountId}`, this.#input.value);
  }

  #restoreDraft(): void {
    this.#input.value = this.#drafts.get(`${this.#personId}|${this.accountId}`) ?? "";
    this.#fit();
  }
}
