import { element } from "./element.ts";
import { act, now, row } from "./panel-parts.ts";
import type { PanelState } from "./panel-state.ts";
import { addAccount, doMeta, shakeHands } from "./server.ts";

/** Handshake, subscription, test event, and what has to be typed into the console to connect. */
export function connectSection({ account, meta, run }: PanelState): { name: string; content: Node[] } {
  const { externalId, wabaId, channel, state } = account;
  const handshake = (answer: unknown): string => {
    const { ok, status } = answer as { ok: boolean; status: number | null };
    return ok
      ? "The handshake succeeded: the webhook answered with the challenge."
      : `The handshake failed: ${status === null ? "no answer" : `status ${status}`}.`;
  };
  const idName = { whatsapp: "Phone number id", messenger: "Page id", instagram: "Instagram account id" }[channel] ?? "Id";
  const content = [
    now("Webhooks of this account", state.subscribed ? "subscribed" : "not subscribed", state.subscribed),
    element("p", { class: "small" }, `They go to ${meta.webhookUrl}`),
    row(
      act("Do the handshake", () => run(() => shakeHands(externalId), handshake)),
      act("Send a test event", () => run(() => doMeta(externalId, undefined, { type: "test_event" }), told("The test event was taken.")), {
        title: "As the button “Test” in the app's settings: invented ids, which must not become a customer",
      }),
      state.subscribed
        ? act("Unsubscribe the app", () =>
            run(() => doMeta(externalId, undefined, { type: "subscription", value: false }), "Unsubscribed: nothing more is told of this account."),
          )
        : act("Subscribe the app", () => run(() => doMeta(externalId, undefined, { type: "subscription", value: true }), "Subscribed.")),
    ),
    element("p", { class: "small" }, "To connect it in the console, type:"),
    element(
      "dl",
      { class: "facts" },
      ...fact(idName, externalId),
      ...(wabaId ? fact("WhatsApp Business account id", wabaId) : []),
      ...fact("Access token", "any text of 16 letters or more"),
    ),
    newAccount(run),
  ];
  return { name: "Connection", content };
}

const fact = (label: string, value: string): Node[] => [element("dt", {}, label), element("dd", {}, value)];
export const told =
  (yes: string) =>
  (answer: unknown): string =>
    (answer as { told: boolean }).told ? yes : "The business's server did not take it. It is tried again by itself.";

function newAccount(run: PanelState["run"]): HTMLElement {
  const channel = element(
    "select",
    { id: "new-account-channel" },
    element("option", { value: "whatsapp" }, "WhatsApp number"),
    element("option", { value: "messenger" }, "Facebook Page"),
    element("option", { value: "instagram" }, "Instagram account"),
  );
  const name = element("input", { id: "new-account-name", value: "Second shop", required: "", maxlength: "80" });
  const form = element(
    "form",
    { class: "sheet-form" },
    element("label", {}, "Kind", channel),
    element("label", {}, "Name", name),
    element("button", { type: "submit", class: "quiet" }, "Make the account"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run(
      () => addAccount(accountOf(channel.value, name.value.trim())),
      (answer) => `Made. Connect it in the console with the id ${(answer as { externalId: string }).externalId}.`,
    );
  });
  return element("details", { "data-section": "new", class: "inner" }, element("summary", {}, "A new number, Page or account"), form);
}

function accountOf(channel: string, name: string): Record<string, string> {
  const digits = (count: number): string =>
    Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte, index) => (index === 0 ? (byte % 9) + 1 : byte % 10)).join("");
  if (channel === "whatsapp") return { channel, name, externalId: digits(15), wabaId: digits(15), displayPhoneNumber: `+44 20 7946 0${digits(3)}` };
  const username =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ".")
      .replace(/^\.|\.$/g, "") || "shop";
  return channel === "instagram" ? { channel, name, externalId: `1784${digits(13)}`, username } : { channel, name, externalId: digits(15), username };
}
