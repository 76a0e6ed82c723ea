import { type MessageEvent, readSendReference } from "@onethread/core";
import type { Tx } from "@onethread/db/client";
import { type EffectTarget, findOwnSends, settleSent } from "@onethread/db/write";
import type { Person } from "./resolve-people.ts";
import type { Unit } from "./route-items.ts";

/** What shows that one attempt of a send went out. */
type Proof = { unit: Unit; attempt: number; externalId: string; occurredAt: number };

/**
 * Echoes and statuses of what we sent ourselves, known before or after the platform's answer: they settle our own row
 * instead of making a second one. Matched by our message id where the platform carries it along (Messenger's metadata,
 * WhatsApp's callback data), else (Instagram) by person, kind and text among sends whose answer is still out or was lost.
 * Answers what was settled, by `account/external id`.
 */
export async function settleOwnEchoes(tx: Tx, units: readonly Unit[], people: ReadonlyMap<Unit, Person>): Promise<Map<string, EffectTarget>> {
  const settled = new Map<string, EffectTarget>();
  const byId = new Map<string, Proof>();
  // Of several attempts in one batch the newest counts.
  const note = (proof: Proof & { id: string }) => {
    if ((byId.get(proof.id)?.attempt ?? 0) <= proof.attempt) byId.set(proof.id, proof);
  };
  const byText: { unit: Unit; event: MessageEvent; person: Person }[] = [];
  for (const unit of units) {
    const { event } = unit;
    if (event.type === "status") {
      const ours = readSendReference(event.callbackData);
      if (ours) note({ unit, ...ours, externalId: event.target, occurredAt: event.occurredAt });
    }
    if (event.type !== "message" || event.direction !== "outbound") continue;
    const ours = readSendReference(event.echo?.metadata);
    const person = people.get(unit);
    if (ours) note({ unit, ...ours, externalId: event.externalId, occurredAt: event.occurredAt });
    else if (person) byText.push({ unit, event, person });
  }
  if (byId.size === 0 && byText.length === 0) return settled;
  const sends = await findOwnSends(tx, {
    ids: [...byId].map(([id, { unit }]) => ({ workspaceId: unit.account.workspaceId, id })),
    texts: byText.map(({ unit, event, person }) => ({
      workspaceId: unit.account.workspaceId,
      conversationId: person.conversation.id,
      channelAccountId: unit.account.id,
      kind: event.content.kind,
      text: event.content.text ?? "",
      externalId: event.externalId,
    })),
  });
  for (const send of sends) {
    const match = byId.get(send.id);
    const wanted =
      match ??
      byText.find(({ event }) => event.externalId === send.matchedExternalId && !settled.has(`${send.channelAccountId}/${event.externalId}`));
    if (!wanted) continue;
    const externalId = "event" in wanted ? wanted.event.externalId : wanted.externalId;
    const occurredAt = "event" in wanted ? wanted.event.occurredAt : wanted.occurredAt;
    // Known already, another account's, or about an attempt that a newer one has replaced: nothing to settle.
    if (send.externalId !== null || send.channelAccountId !== wanted.unit.account.id) continue;
    if (match && match.attempt !== send.attempt) continue;
    const isEcho = wanted.unit.event.type === "message";
    const proven = { ...send, externalId, sentAt: isEcho ? new Date(occurredAt) : null, at: new Date(occurredAt) };
    if (!(await settleSent(tx, proven))) continue;
    settled.set(`${send.channelAccountId}/${externalId}`, { workspaceId: send.workspaceId, channelAccountId: send.channelAccountId, externalId });
  }
  return settled;
}
