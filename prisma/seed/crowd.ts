import { updateConversation, writeNote } from "@onethread/operations";
import { ownWords, people, type SeedPerson, talks } from "./people.ts";
import { answers, at, days, hours, minutes, type Shop, simulator, writes } from "./shop.ts";

/** Ages of the last word: from minutes to weeks, so that windows are open, closing and closed. */
const ages = [4 * minutes, 25 * minutes, 70 * minutes, 3 * hours, 8 * hours, 22.5 * hours, 26 * hours, 3 * days, 6 * days, 12 * days];

/** One person with one talk, in the state an inbox has such things. */
export async function talk(shop: Shop, person: SeedPerson, index: number, now: number, labels: string[]): Promise<void> {
  await simulator(shop, "people", { id: person.id, name: person.name, username: person.username });
  const script = talks[index % talks.length];
  if (!script) return;
  const start = now - (ages[index % ages.length] ?? hours) - 10 * minutes;
  const { conversationId } = await writes(shop, person.id, person.channel, ownWords[person.name] ?? script.asks, start);
  if (script.answer && !ownWords[person.name]) {
    await answers(shop, index, conversationId, script.answer, start + 3 * minutes);
    if (index % 3 === 0)
      await simulator(shop, "read", { personId: person.id, accountId: shop.accounts[person.channel].externalId, occurredAt: start + 4 * minutes });
    if (script.thanks) await writes(shop, person.id, person.channel, script.thanks, start + 6 * minutes);
  }
  await arrange(shop, conversationId, index, start + 8 * minutes, now, labels);
}

async function arrange(shop: Shop, conversationId: string, index: number, time: number, now: number, labels: string[]): Promise<void> {
  const context = at(shop, time);
  const actor = shop.agents[index % shop.agents.length];
  if (actor?.kind !== "agent") return;
  const [owner] = shop.agents;
  const asks = index % 8 === 5 && owner?.kind === "agent" && owner.agentId !== actor.agentId ? owner : null;
  if (asks) await writeNote(context, actor, conversationId, { text: `@${asks.name} may I send it by express?`, mentions: [asks.agentId] });
  else if (index % 4 === 1) await writeNote(context, actor, conversationId, { text: "Asked the warehouse, waiting for their answer." });
  if (index % 3 === 1) await updateConversation(context, actor, conversationId, { assigneeId: actor.agentId });
  const label = labels[index % labels.length];
  if (index % 2 === 0 && label) await updateConversation(context, actor, conversationId, { labelIds: [label] });
  if (index % 7 === 3) await updateConversation(context, actor, conversationId, { status: "done" });
  if (index % 9 === 5) await updateConversation(context, actor, conversationId, { status: "snoozed", snoozedUntil: new Date(now + 18 * hours) });
}

/** A reply that the platform refuses: the agent sees why. */
export async function failedSend(shop: Shop, now: number): Promise<void> {
  await simulator(shop, "people", { id: "unreachable", name: "Casper Holm", username: "casper.h" });
  const { conversationId } = await writes(shop, "unreachable", "whatsapp", "Can you call me back about the wholesale prices?", now - 95 * minutes);
  await simulator(shop, "faults", {
    match: { channel: "whatsapp" },
    kind: "error",
    error: { code: 131026, message: "Message undeliverable" },
    times: 1,
  });
  await answers(shop, 0, conversationId, "With pleasure. When does it suit you?", now - 90 * minutes);
}

/** At most `width` at a time: enough to keep gateway and worker busy, few enough not to swamp two cores. */
export async function inParallel(work: (() => Promise<void>)[], width: number): Promise<void> {
  const queue = [...work];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await next();
    }),
  );
}

export const crowd = people;
