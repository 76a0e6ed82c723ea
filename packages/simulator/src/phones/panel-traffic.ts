import { element } from "./element.ts";
import { act, now, onOff, row } from "./panel-parts.ts";
import type { PanelState } from "./panel-state.ts";
import { addFault, clearFaults, setMischief } from "./server.ts";

type Fault = { label: string; title: string; make: Record<string, unknown>; only?: string };

const faults: readonly Fault[] = [
  { label: "Too many requests", title: "HTTP 429 with Retry-After: 5", make: { kind: "status", status: 429, retryAfter: 5 } },
  {
    label: "Number's limit",
    title: "Code 130429: too many messages from this number",
    make: { kind: "error", error: { code: 130429, message: "(#130429) Rate limit hit" }, retryAfter: 3 },
    only: "whatsapp",
  },
  {
    label: "Too many to this person",
    title: "Code 131056: pair rate limit",
    make: { kind: "error", error: { code: 131056, message: "(#131056) (Business Account, Consumer Account) pair rate limit hit" } },
    only: "whatsapp",
  },
  {
    label: "Calls' limit",
    title: "Code 613: calls to this API exceeded the rate limit",
    make: { kind: "error", error: { code: 613, message: "(#613) Calls to this api have exceeded the rate limit." }, retryAfter: 3 },
    only: "pages",
  },
  { label: "Server error", title: "HTTP 503 without a readable body", make: { kind: "status", status: 503 } },
  { label: "No answer", title: "The call hangs until the caller gives up; nothing is sent", make: { kind: "hang" } },
  { label: "Sent, answer lost", title: "Accepted, then the connection breaks: the caller can't know", make: { kind: "drop_after_accept" } },
];

/** What goes wrong with the business's next messages. */
export function sendsSection({ account, meta, run }: PanelState): { name: string; content: Node[] } {
  const { externalId, channel } = account;
  const waiting = meta.faults
    .filter((fault) => fault.match.accountId === undefined || fault.match.accountId === externalId)
    .reduce((sum, fault) => sum + fault.times, 0);
  const offered = faults.filter((fault) => !fault.only || (fault.only === "whatsapp") === (channel === "whatsapp"));
  const times = element("input", { type: "number", min: "1", max: "50", value: "1", id: "fault-times" });
  const content = [
    now("Next sends that go wrong", waiting === 0 ? "none" : String(waiting), waiting === 0),
    row(element("label", { class: "check", for: "fault-times" }, "How many sends"), times),
    row(
      ...offered.map(({ label, title, make }) =>
        act(
          label,
          () =>
            run(
              () => addFault({ ...make, match: { accountId: externalId }, times: Math.max(1, Number(times.value) || 1) }),
              `${title}: for the next ${times.value}.`,
            ),
          { title },
        ),
      ),
    ),
    row(act("Let them all go well again", () => run(() => clearFaults(), "Nothing goes wrong any more."), { disabled: meta.faults.length === 0 })),
  ];
  return { name: "The next sends", content };
}

/** How webhooks reach the business. */
export function webhooksSection({ meta, run }: PanelState): { name: string; content: Node[] } {
  const { duplicates, disorder, delayMs = 0 } = meta.mischief;
  const content = [
    now("Waiting to be taken by the business", String(meta.waiting), meta.waiting === 0),
    onOff("Each comes twice", duplicates === true, (on) =>
      run(() => setMischief({ duplicates: on }), on ? "Webhooks come twice." : "Webhooks come once."),
    ),
    onOff("They overtake each other", disorder === true, (on) =>
      run(() => setMischief({ disorder: on }), on ? "Webhooks come in any order." : "Webhooks come as they happen."),
    ),
    onOff("They come 5 seconds late", delayMs > 0, (on) =>
      run(() => setMischief({ delayMs: on ? 5_000 : 0 }), on ? "Webhooks are late." : "Webhooks come at once."),
    ),
  ];
  return { name: "Webhooks", content };
}
