import { element } from "./element.ts";
import { accountSection } from "./panel-account.ts";
import { chatSection } from "./panel-chat.ts";
import { connectSection } from "./panel-connect.ts";
import type { PanelState } from "./panel-state.ts";
import { templatesSection } from "./panel-templates.ts";
import { sendsSection, webhooksSection } from "./panel-traffic.ts";
import { fetchMeta, type View } from "./server.ts";

type Hooks = { changed(): void };
const names: Record<string, string> = { whatsapp: "WhatsApp", instagram: "Instagram", messenger: "Messenger" };

/** The other side of the game: what Meta and the business do outside the product. */
export class MetaPanel {
  readonly #root: HTMLElement;
  readonly #hooks: Hooks;
  readonly #account = element("select", { id: "panel-account", "data-testid": "panel-account" });
  readonly #said = element("p", { class: "said", role: "status" });
  readonly #sections = element("div", { class: "sections" });
  readonly #open = new Set<string>(["Connection", "This chat", "The account"]);
  #view: View | null = null;
  #personId = "";
  #shown = "";

  constructor(root: HTMLElement, hooks: Hooks) {
    this.#root = root;
    this.#hooks = hooks;
    const head = element("h2", {}, "What Meta does");
    const hint = element("p", { class: "hint" }, "Make happen what happens at Meta. Your desk should cope with all of it.");
    root.append(head, hint, element("label", { for: "panel-account" }, "For"), this.#account, this.#said, this.#sections);
    this.#account.addEventListener("change", () => void this.#draw());
    this.#sections.addEventListener("toggle", (event) => this.#remember(event.target as HTMLDetailsElement), true);
  }

  /** The panel follows the phone in hand. */
  choose(accountId: string): void {
    if (this.#account.value === accountId || !this.#has(accountId)) return;
    this.#account.value = accountId;
    void this.#draw();
  }

  show(view: View, personId: string): void {
    this.#view = view;
    this.#personId = personId;
    const wanted = view.accounts.map(({ externalId, name }) => `${externalId} ${name}`).join("\n");
    if (this.#account.dataset.shown !== wanted) {
      const chosen = this.#account.value;
      this.#account.replaceChildren(
        ...view.accounts.map(({ externalId, name, channel }) => element("option", { value: externalId }, `${names[channel]} · ${name}`)),
      );
      if (this.#has(chosen)) this.#account.value = chosen;
      this.#account.dataset.shown = wanted;
    }
    void this.#draw();
  }

  #has = (accountId: string): boolean => [...this.#account.options].some((option) => option.value === accountId);

  #remember(details: HTMLDetailsElement): void {
    const name = details.dataset.section ?? "";
    if (details.open) this.#open.add(name);
    else this.#open.delete(name);
  }

  async #draw(): Promise<void> {
    const view = this.#view;
    if (!view || this.#root.hidden) {
      this.#shown = "";
      return;
    }
    const meta = await fetchMeta().catch(() => null);
    const account = meta?.accounts.find((one) => one.externalId === this.#account.value);
    if (!meta || !account) return;
    const thread = view.threads.find((one) => one.accountId === account.externalId && one.personId === this.#personId);
    const { openedAt, heldByOther } = thread ?? {};
    const says = JSON.stringify([meta, account.externalId, this.#personId, openedAt, heldByOther]);
    // Nothing is touched while nothing changed: somebody may be on one of the buttons.
    if (says === this.#shown) return;
    this.#shown = says;
    const person = view.people.find((one) => one.id === this.#personId);
    const state: PanelState = {
      meta,
      account,
      personId: this.#personId,
      personName: person?.name ?? "nobody",
      thread,
      run: (work, said) => void this.#run(work, said),
    };
    this.#replace([
      connectSection(state),
      chatSection(state),
      accountSection(state),
      sendsSection(state),
      webhooksSection(state),
      ...(account.channel === "instagram" ? [] : [templatesSection(state)]),
    ]);
  }

  /** Redraws, and leaves the keyboard where it was. */
  #replace(sections: readonly { name: string; content: Node[] }[]): void {
    const focused = document.activeElement?.closest("[data-at]")?.getAttribute("data-at");
    this.#sections.replaceChildren(
      ...sections.map(({ name, content }) => {
        const details = element(
          "details",
          { "data-section": name, ...(this.#open.has(name) ? { open: "" } : {}) },
          element("summary", {}, name),
          ...content,
        );
        for (const [index, control] of [...details.querySelectorAll("button, select, input")].entries())
          control.setAttribute("data-at", `${name}:${index}`);
        return details;
      }),
    );
    if (focused) this.#sections.querySelector<HTMLElement>(`[data-at="${CSS.escape(focused)}"]`)?.focus();
  }

  async #run(work: () => Promise<unknown>, said: string | ((answer: unknown) => string)): Promise<void> {
    try {
      const answer = await work();
      this.#said.textContent = typeof said === "string" ? said : said(answer);
    } catch (error) {
      this.#said.textContent = error instanceof Error ? error.message : "The simulator does not answer.";
    }
    this.#hooks.changed();
    await this.#draw();
  }
}
