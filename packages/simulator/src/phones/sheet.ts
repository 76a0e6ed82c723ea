import { element } from "./element.ts";

/** A sheet that slides over the lower part of a phone: menus, lists and small forms. One at a time. */
export class Sheet {
  readonly root = element("div", { class: "sheet", role: "dialog", hidden: "" });
  readonly #title = element("h3", {});
  readonly #body = element("div", { class: "sheet-body" });
  #opener: HTMLElement | null = null;

  constructor() {
    const close = element("button", { type: "button", class: "plain", "aria-label": "Close" }, "✕");
    close.addEventListener("click", () => this.close());
    this.root.append(element("div", { class: "sheet-head" }, this.#title, close), this.#body);
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
  }

  open(title: string, ...content: Node[]): void {
    if (this.root.hidden) this.#opener = document.activeElement as HTMLElement | null;
    this.#title.textContent = title;
    this.root.setAttribute("aria-label", title);
    this.#body.replaceChildren(...content);
    this.root.hidden = false;
    (this.#body.querySelector<HTMLElement>("input, textarea, select, button, a") ?? this.root.querySelector("button"))?.focus();
  }

  close(): void {
    if (this.root.hidden) return;
    this.root.hidden = true;
    this.#body.replaceChildren();
    this.#opener?.focus();
    this.#opener = null;
  }
}

/** A button of a menu. */
export function menuItem(icon: string, label: string, act: () => void): HTMLButtonElement {
  const button = element(
    "button",
    { type: "button", class: "menu-item" },
    element("span", { "aria-hidden": "true" }, icon),
    element("span", {}, label),
  );
  button.addEventListener("click", act);
  return button;
}

export type Field = { name: string; label: string; value: string; long?: boolean; type?: "text" | "number" | "tel" | "email"; optional?: boolean };

/** A small form; what was written is handed on by name. */
export function fieldForm(fields: readonly Field[], verb: string, done: (values: Record<string, string>) => void): HTMLFormElement {
  const rows = fields.map(({ name, label, value, long, type = "text", optional }) => {
    const input = long
      ? element("textarea", { name, rows: "2" }, value)
      : element("input", { name, type, value, ...(type === "number" ? { step: "any" } : {}) });
    if (!optional) input.setAttribute("required", "");
    return element("label", {}, optional ? `${label} (if any)` : label, input);
  });
  const form = element("form", { class: "sheet-form" }, ...rows, element("button", { type: "submit", class: "strong" }, verb));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    done(Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()])));
  });
  return form;
}
