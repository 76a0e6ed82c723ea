import { describe, expect, it } from "vitest";
import { chance } from "../chance.ts";
import type { Evidence } from "../evidence.ts";
import { expectFrom } from "../traffic/expect.ts";
import type { TrafficAccount } from "../traffic/fact.ts";
import { generateTraffic } from "../traffic/generate.ts";
import { check } from "./check.ts";

/** A checker that can't say no proves nothing: each fault is planted into sound evidence, and it must be seen. */
const account = (workspaceId: string, channel: TrafficAccount["channel"], number: number): TrafficAccount => ({
  workspaceId,
  canary: `canary-${workspaceId}`,
  channel,
  id: `account-${number}`,
  externalId: String(10_000_000_000 + number),
  wabaId: String(number),
});
const accounts = [account("north", "whatsapp", 1), account("north", "messenger", 2), account("south", "instagram", 3)];

/** What a perfect installation would show of some traffic. */
function sound(): Mutable<Evidence> {
  const traffic = generateTraffic(chance("planted"), {
    accounts,
    secret: "s",
    count: 300,
    people: 3,
    firstPerson: 0,
    tag: "planted",
    now: Date.UTC(2026, 10, 25),
  });
  const expected = expectFrom(traffic.facts);
  const home = (person: string) => `conversation of ${person}`;
  const people = [...new Set(expected.map((one) => one.person))];
  return {
    acknowledged: traffic.bodies.map((body) => body.digest),
    poison: new Set(),
    events: traffic.bodies.map(({ digest }) => ({ digest, rows: 1, state: "processed", reason: null })),
    expected,
    items: expected.map(({ workspaceId, accountId, externalId, direction, text, person, status }) => ({
      workspaceId,
      conversationId: home(person),
      customerId: `customer ${person}`,
      accountId,
      externalId,
      direction,
      text,
      deleted: text === null,
      status,
    })),
    conversations: people.map((person) => {
      const own = expected.filter((one) => one.person === person).toSorted((a, b) => a.at - b.at);
      const items = own.map(({ externalId, at, text, status, reaction }) => ({ externalId, at, text, status, reaction }));
      return { workspaceId: own[0]?.workspaceId ?? "", id: home(person), unread: own.filter((one) => one.direction === "inbound").length, items };
    }),
    replies: [{ id: "reply-1", workspaceId: "north", channel: "whatsapp", accepted: true, shown: "delivered", told: "delivered", seen: 1 }],
    waiting: [],
    canaries: new Map(accounts.map(({ workspaceId, canary }) => [workspaceId, canary])),
    answers: [{ workspaceId: "north", where: "the inbox", text: "canary-north planted.1." }],
    logs: [{ file: "worker.log", text: "a message was sent" }],
    screens: [{ workspaceId: "north", shown: "[]", fresh: "[]", rows: ["inbox 1", "inbox 2", "timeline 1"] }],
  };
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? Mutable<U>[] : T[K] };

const first = <T>(list: readonly T[], wanted: (one: T) => boolean = () => true): T => {
  const found = list.find(wanted);
  if (found === undefined) throw new Error("nothing to plant in");
  return found;
};

describe("the checker", () => {
  it("finds nothing in sound evidence", () => expect(check(sound())).toEqual({ lost: 0, doubled: 0, violations: [] }));

  const planted: [string, string, (evidence: Mutable<Evidence>) => void][] = [
    ["a lost message", "I1", (evidence) => void evidence.items.splice(0, 1)],
    ["an acknowledged webhook that is not stored", "I1", (evidence) => void evidence.events.splice(0, 1)],
    ["a webhook stored twice", "I1", (evidence) => void Object.assign(first(evidence.events), { rows: 2 })],
    [
      "a lost edit",
      "I1",
      (evidence) =>
        void Object.assign(
          first(evidence.items, (one) => one.text?.includes("edit") ?? false),
          { text: "canary-north planted.1." },
        ),
    ],
    [
      "a taken-back message that stayed",
      "I1",
      (evidence) =>
        void Object.assign(
          first(evidence.items, (one) => one.deleted),
          { deleted: false },
        ),
    ],
    ["a message under its id twice", "I2", (evidence) => void evidence.items.push({ ...first(evidence.items) })],
    [
      "the same words under another id",
      "I2",
      (evidence) => void evidence.items.push({ ...first(evidence.items, (one) => one.text !== null), externalId: "other" }),
    ],
    ["an unread too many", "I2", (evidence) => void Object.assign(first(evidence.conversations), { unread: -1 })],
    [
      "two swapped messages",
      "I3",
      (evidence) => {
        const items = first(evidence.conversations, (one) => one.items.length > 2).items as Mutable<Evidence["conversations"][number]["items"]>;
        [items[0], items[1]] = [items[1] as never, items[0] as never];
      },
    ],
    [
      "a message at another time",
      "I3",
      (evidence) => {
        const item = first(first(evidence.conversations).items) as { at: number };
        item.at -= 1000;
      },
    ],
    [
      "a reaction that is not the latest",
      "I3",
      (evidence) => {
        const all = evidence.conversations.flatMap((one) => one.items);
        (first(all, (one) => one.reaction !== null && one.text !== null) as { reaction: string | null }).reaction = null;
      },
    ],
    ["a person with two conversations", "I4", (evidence) => void Object.assign(first(evidence.items), { conversationId: "another" })],
    [
      "two people in one",
      "I4",
      (evidence) => {
        const { customerId, conversationId } = first(evidence.items);
        Object.assign(
          first(evidence.items, (one) => one.customerId !== customerId),
          { customerId, conversationId },
        );
      },
    ],
    ["a reply sent twice", "I5", (evidence) => void Object.assign(first(evidence.replies), { seen: 2 })],
    ["a reply shown as delivered that nobody saw", "I5", (evidence) => void Object.assign(first(evidence.replies), { seen: 0 })],
    ["an accepted reply that is gone", "I5", (evidence) => void Object.assign(first(evidence.replies), { shown: null })],
    [
      "a status that went back",
      "I6",
      (evidence) =>
        void Object.assign(
          first(evidence.items, (one) => one.status === "read"),
          { status: "sent" },
        ),
    ],
    ["a reply whose status went back", "I6", (evidence) => void Object.assign(first(evidence.replies), { shown: "sent" })],
    ["a screen that was not told", "I8", (evidence) => void Object.assign(first(evidence.screens), { shown: "[old]" })],
    ["a row that is shown twice", "I8", (evidence) => void Object.assign(first(evidence.screens), { rows: ["inbox 1", "inbox 1"] })],
    ["webhooks that wait for ever", "I10", (evidence) => void evidence.waiting.push("3 webhooks")],
    [
      "a sound webhook in quarantine",
      "I10",
      (evidence) => void Object.assign(first(evidence.events), { state: "quarantined", reason: "error_TypeError" }),
    ],
    ["a webhook set aside without a reason", "I10", (evidence) => void Object.assign(first(evidence.events), { state: "quarantined" })],
    ["another business' words in an answer", "I11", (evidence) => void Object.assign(first(evidence.answers), { text: "canary-south planted.2." })],
    [
      "another business' words in its rows",
      "I11",
      (evidence) =>
        void Object.assign(
          first(evidence.items, (one) => one.workspaceId === "south"),
          { text: "canary-north planted.9." },
        ),
    ],
    ["a customer's words in a log", "I11", (evidence) => void Object.assign(first(evidence.logs), { text: "failed: canary-north planted.3." })],
  ];
  it.each(planted)("sees %s (%s)", (_, invariant, plant) => {
    const evidence = sound();
    plant(evidence);
    const { violations } = check(evidence);
    expect(violations.filter((one) => one.startsWith(`${invariant} `))).not.toEqual([]);
  });

  it("counts a lost message as lost and a doubled one as doubled", () => {
    const evidence = sound();
    const [gone] = evidence.items.splice(0, 1);
    evidence.items.push({ ...first(evidence.items, (one) => one.text !== null && one !== gone) });
    expect(check(evidence)).toMatchObject({ lost: 1, doubled: 1 });
  });
});
