import { element } from "./element.ts";

/** A button that does one thing. */
export function act(label: string, work: () => void, more: { title?: string; disabled?: boolean } = {}): HTMLButtonElement {
  const button = element("button", { type: "button", class: "quiet", ...(more.title ? { title: more.title } : {}) }, label);
  button.disabled = more.disabled === true;
  button.addEventListener("click", work);
  return button;
}

export const row = (...content: (Node | string)[]): HTMLElement => element("div", { class: "row" }, ...content);

/** How something stands now. `good` null: neither good nor bad. */
export const now = (label: string, value: string, good: boolean | null = null): HTMLElement =>
  element("p", { class: "now" }, `${label}: `, element("strong", { class: good === null ? "" : good ? "good" : "bad" }, value));

/** One of a few: the present one is pressed. */
export function choose<T extends string>(
  label: string,
  options: readonly { value: T; text: string }[],
  present: T,
  pick: (value: T) => void,
): HTMLElement {
  const buttons = options.map(({ value, text }) => {
    const button = element("button", { type: "button", "aria-pressed": String(value === present) }, text);
    button.addEventListener("click", () => pick(value));
    return button;
  });
  return element(
    "div",
    { class: "choose" },
    element("span", {}, label),
    element("div", { class: "segments", role: "group", "aria-label": label }, ...buttons),
  );
}

export function onOff(label: string, on: boolean, change: (on: boolean) => void): HTMLElement {
  const box = element("input", { type: "checkbox" });
  box.checked = on;
  box.addEventListener("change", () => change(box.checked));
  return element("label", { class: "check" }, box, label);
}
