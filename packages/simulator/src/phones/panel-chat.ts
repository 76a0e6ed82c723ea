import { element } from "./element.ts";
import { act, now, row } from "./panel-parts.ts";
import type { PanelState } from "./panel-state.ts";
import { doMeta } from "./server.ts";

const day = 24 * 3_600_000;
const clock = new Intl.DateTimeFormat(undefined, { weekday: "short", hour: "2-digit", minute: "2-digit" });
const ownApp = { whatsapp: "the WhatsApp Business app", messenger: "the Page's inbox", instagram: "the Instagram app" } as const;

/** What concerns the chat between the person and the account. */
export function chatSection({ account, personId, personName, thread, run }: PanelState): { name: string; content: Node[] } {
  const { externalId, channel } = account;
  const until = thread?.openedAt == null ? null : thread.openedAt + day;
  const open = until !== null && until > Date.now();
  const held = thread?.heldByOther === true;
  const where = ownApp[channel as keyof typeof ownApp];
  const text = element("input", { value: "We answer from another app: yes, it is there.", "aria-label": `What the business writes in ${where}` });
  const content: Node[] = [
    element("p", { class: "small" }, `Between ${personName} and ${account.name}`),
    now("24-hour window", open ? `open until ${clock.format(until)}` : "closed", open),
    row(
      act(
        "Close the window",
        () =>
          run(() => doMeta(externalId, personId, { type: "expire_window" }), "The window is closed: only what is allowed outside of it goes out."),
        { disabled: !open },
      ),
    ),
    now("Who holds the thread", held ? "another app" : "your app", !held),
    row(
      held
        ? act("Give the thread back", () =>
            run(() => doMeta(externalId, personId, { type: "thread_control", toOther: false }), "The thread is back with your app."),
          )
        : act("Give the thread to another app", () =>
            run(
              () => doMeta(externalId, personId, { type: "thread_control", toOther: true }),
              "Another app has the thread: what the person writes now comes as standby.",
            ),
          ),
    ),
    element("p", { class: "small" }, `The business answers in ${where}:`),
    row(
      text,
      act("Send it there", () =>
        run(() => doMeta(externalId, personId, { type: "echo", text: text.value || "Hello" }), "Sent; your app hears of it by an echo."),
      ),
    ),
  ];
  if (channel === "whatsapp") {
    content.push(
      row(
        act("Import older messages", () =>
          run(() => doMeta(externalId, personId, { type: "history", messages: 12 }), "A piece of the history was told: 12 messages of a month ago."),
        ),
      ),
    );
  }
  return { name: "This chat", content };
}
