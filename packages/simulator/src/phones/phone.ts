import { brief, showMessages } from "./bubbles.ts";
import { element } from "./element.ts";
import { type Menus, openMessageMenu, openSendMenu, tapChoice } from "./phone-menus.ts";
import type { Account, Act, Extra, Message, Thread, View } from "./server.ts";
import { Sheet } from "./sheet.ts";

export type PhoneActions = {
  send(accountId: string, text: string, extra: Extra): void;
  act(accountId: string, act: Act, extra: Extra): void;
  file(accountId: string, file: File): void;
  say(text: string): void;
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
  readonly #attach = element("button", { type: "button", class: "attach", "data-testid": "attach", "aria-label": "Send or do something else" }, "+");
  readonly #state = element("span", { class: "state", role: "status" });
  readonly #quote = element("div", { class: "quoting", hidden: "" });
  readonly #sheet = new Sheet();
  readonly #menus: Menus;
  #replyTo: Message | null = null;
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
    const form = element("form", { class: "compose" }, this.#attach, this.#input, this.#send);
    const bar = element("div", { class: "bar" }, element("span", { class: "channel" }, name), this.#unread, this.#account, this.#state);
    const log = element("div", { class: "log", role: "log", "aria-label": `Chat on ${name}` }, this.#empty, this.#bubbles);
    const chat = element("div", { class: "chat" }, log, this.#sheet.root);
    this.#menus = this.#makeMenus();
    const label = { class: `phone ${channel}`, "data-testid": `phone-${channel}`, "aria-label": `${name} phone` };
    this.root = element("section", label, bar, chat, this.#quote, form);
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
    this.#attach.disabled = true;
    this.#sheet.close();
    this.#quoting(null);
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

  #makeMenus(): Menus {
    return {
      channel: this.channel,
      sheet: this.#sheet,
      act: (act, extra = {}) => this.#actions.act(this.accountId, act, { ...this.#takeReply(), ...extra }),
      file: (file) => this.#actions.file(this.accountId, file),
      reply: (message) => this.#quoting(message),
      openLink: (url) => this.#actions.follow(url),
      say: (text) => this.#actions.say(text),
    };
  }

  /** What is written next answers this message. */
  #quoting(message: Message | null): void {
    this.#replyTo = message;
    this.#quote.hidden = message === null;
    if (message === null) return;
    const cancel = element("button", { type: "button", class: "plain", "aria-label": "Do not reply to this message" }, "✕");
    cancel.addEventListener("click", () => this.#quoting(null));
    this.#quote.replaceChildren(element("span", { dir: "auto" }, `Reply to: ${brief(message)}`), cancel);
    this.#input.focus();
  }

  #takeReply(): Extra {
    const replyTo = this.#replyTo?.id;
    this.#quoting(null);
    return replyTo === undefined ? {} : { replyTo };
  }

  #listen(form: HTMLFormElement): void {
    let atEnd = true;
    this.#bubbles.addEventListener("scroll", () => {
      atEnd = this.#bubbles.scrollHeight - this.#bubbles.scrollTop - this.#bubbles.clientHeight < 40;
    });
    // A picture that has come makes its bubble taller: who was at the end stays there.
    this.#bubbles.addEventListener("load", () => (atEnd ? this.#bubbles.scrollTo({ top: this.#bubbles.scrollHeight }) : undefined), true);
    this.#attach.addEventListener("click", () => openSendMenu(this.#menus, this.#thread()));
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
    this.#actions.send(this.accountId, text, this.#takeReply());
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
    this.#attach.disabled = !usable;
    this.#state.textContent = stateOf(this.#thread());
    this.#input.placeholder = "Message";
    this.#input.setAttribute("aria-label", `Message to ${account?.name ?? "nobody"} on ${names[this.channel]}`);
    this.#unread.textContent = this.unread === 0 ? "" : `${this.unread} new`;
    showMessages(this.#bubbles, messages, {
      follow: (url) => this.#actions.follow(url),
      tap: (message, choice) => tapChoice(this.#menus, message, choice),
      menu: (message) => openMessageMenu(this.#menus, message),
    });
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

/** What goes on in a chat, in a few words under the business's name. */
function stateOf(thread: Thread | undefined): string {
  if (thread?.blocked) return "You blocked this business";
  if (thread?.call) return "Calling…";
  return (thread?.typingUntil ?? 0) > Date.now() ? "is writing…" : "";
}
