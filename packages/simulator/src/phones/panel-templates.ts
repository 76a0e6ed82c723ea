import { element } from "./element.ts";
import { told } from "./panel-connect.ts";
import type { PanelState } from "./panel-state.ts";
import { doMeta, type MetaAct } from "./server.ts";

type Change = Extract<MetaAct, { type: "template" }>["change"];
const changes: readonly { value: Change; text: string }[] = [
  { value: "APPROVED", text: "Approve" },
  { value: "REJECTED", text: "Reject" },
  { value: "PAUSED", text: "Pause" },
  { value: "DISABLED", text: "Switch off" },
  { value: "quality_down", text: "Lower its quality" },
  { value: "quality_up", text: "Raise its quality" },
];
const qualities: Record<string, string> = { GREEN: "high", YELLOW: "medium", RED: "low", UNKNOWN: "not rated" };

/** Templates, and what their review says. */
export function templatesSection({ account, run }: PanelState): { name: string; content: Node[] } {
  const rows = account.templates.map(({ id, name, language, status, quality }) => {
    const select = element(
      "select",
      { "aria-label": `Change ${name}` },
      element("option", { value: "" }, "Change…"),
      ...changes.map(({ value, text }) => element("option", { value }, text)),
    );
    select.addEventListener("change", () => {
      const change = select.value as Change;
      run(() => doMeta(account.externalId, undefined, { type: "template", id, change }), told(`${name}: told to the business.`));
    });
    return element(
      "li",
      { class: "template" },
      element(
        "span",
        { class: "name" },
        name,
        element("small", {}, `${language} · ${status.toLowerCase()} · quality ${qualities[quality] ?? quality.toLowerCase()}`),
      ),
      select,
    );
  });
  return { name: `Templates (${rows.length})`, content: [element("ul", { class: "templates" }, ...rows)] };
}
