import { channels, deliveryStatuses } from "@onethread/core";
import { contentKinds, eventNames, itemTypes } from "@onethread/core/api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderForVisitor } from "./index.ts";

/** Whatever an item holds: what a visitor is not to see carries this sign. */
const hidden = "\u2622";
const secret = fc.string().map((text) => `${hidden}${text}`);
const said = fc.oneof(fc.constant(null), fc.constant("said"));
const time = fc.constant("2026-11-29T10:00:00.000Z");

/** Items as the desk has them: everything that is named here and not chosen for visitors is a secret. */
const item = fc.record({
  id: fc.constant("msg_1"),
  type: fc.constantFrom(...itemTypes),
  direction: fc.constantFrom("inbound" as const, "outbound" as const, null),
  channel: fc.option(fc.constantFrom(...channels)),
  externalId: fc.constant("v_1.client-1"),
  conversationId: secret,
  caseId: secret,
  channelAccountId: secret,
  identityId: secret,
  author: fc.record({ type: fc.constantFrom("customer", "agent", "bot", "system", "business"), id: secret, name: fc.constant("Ada"), email: secret }),
  occurredAt: time,
  receivedAt: secret,
  content: fc.record({
    kind: fc.constantFrom(...contentKinds),
    text: said,
    event: secret,
    data: fc.dictionary(fc.string(), secret),
    mentions: fc.array(fc.record({ id: secret, name: secret })),
    payload: secret,
    form: fc.record({ name: secret, fields: fc.dictionary(fc.string(), secret) }),
    cards: fc.array(
      fc.record({
        title: said,
        text: said,
        footer: said,
        imageUrl: said,
        url: said,
        internal: secret,
        buttons: fc.array(fc.record({ kind: secret, title: fc.constant("Yes"), payload: said, url: said }), { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  }),
  attachments: fc.array(
    fc.record({
      id: fc.constant("att_1"),
      kind: fc.constant("image"),
      mime: said,
      name: said,
      bytes: fc.constant(1),
      state: fc.constantFrom("ready", "pending"),
      url: secret,
      error: secret,
    }),
    { maxLength: 2 },
  ),
  replyTo: fc.option(fc.record({ messageId: fc.constant("msg_0"), externalId: secret })),
  reactions: fc.array(fc.record({ emoji: secret })),
  referral: secret,
  editedAt: fc.option(time),
  deletedAt: fc.option(time),
  delivery: fc.option(fc.record({ status: fc.constantFrom(...deliveryStatuses), error: secret })),
  pinned: secret,
});
const render = (one: unknown) => renderForVisitor(one as Parameters<typeof renderForVisitor>[0]);

describe("what a visitor sees of an item", () => {
  it("is only what was chosen, whatever else is in it", () =>
    fc.assert(
      fc.property(item, (one) => {
        expect(JSON.stringify(render(one))).not.toContain(hidden);
      }),
      { numRuns: 2000 },
    ));

  it("is nothing of notes, of events, of other channels, and of what has not gone out", () =>
    fc.assert(
      fc.property(item, (one) => {
        const shown = render(one);
        const theirs = one.type === "message" && one.channel === "webchat" && one.direction !== null;
        const out = one.direction === "inbound" || ["sent", "delivered", "read"].includes(one.delivery?.status ?? "");
        if (!theirs || !out) expect(shown).toBeNull();
        if (shown && one.deletedAt !== null) expect(shown).toMatchObject({ text: null, cards: [], files: [] });
      }),
      { numRuns: 2000 },
    ));

  it.each(eventNames)("%s is the desk's own", (event) =>
    expect(render({ type: "event", channel: "webchat", direction: null, content: { kind: "event", text: null, event, data: {} } })).toBeNull(),
  );

  it("names an agent, and no other writer", () => {
    const sent = (type: string) =>
      render({
        id: "m",
        type: "message",
        channel: "webchat",
        direction: "outbound",
        externalId: "m",
        occurredAt: "t",
        author: { type, name: "Ada" },
        content: { kind: "text", text: "Hi" },
        attachments: [],
        replyTo: null,
        editedAt: null,
        deletedAt: null,
        delivery: { status: "sent" },
      });
    expect(sent("agent")?.author).toEqual({ kind: "agent", name: "Ada" });
    expect(sent("bot")?.author).toEqual({ kind: "bot", name: null });
    expect(sent("business")?.author).toEqual({ kind: "business", name: null });
  });
});
