import type { VisitorMessage } from "./model.ts";

/** What is written here and not known to be stored. `problem`: it was refused, or could not be sent. */
export type Outgoing = {
  clientId: string;
  text: string;
  at: string;
  files: { id: string; name: string; kind: string }[];
  problem: string | null;
};

/** All of a thread that is known, oldest first; what comes again takes the place of what was there. */
export function placeMessages(known: readonly VisitorMessage[], more: readonly VisitorMessage[]): VisitorMessage[] {
  const all = new Map(known.map((one) => [one.id, one]));
  for (const one of more) all.set(one.id, one);
  return [...all.values()].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

/** What is still on its way: not what has come back as stored. */
export const stillOutgoing = (outgoing: readonly Outgoing[], known: readonly VisitorMessage[]): Outgoing[] => {
  const stored = new Set(known.map((one) => one.clientId));
  return outgoing.filter((one) => !stored.has(one.clientId));
};

export type Row = { kind: "day"; key: string; at: string } | { kind: "message"; key: string; message: VisitorMessage; first: boolean; last: boolean };

/** Messages of the same side within this time stand together. Milliseconds. */
const together = 5 * 60_000;
const dayOf = (at: string): string => new Date(at).toDateString();

/** Rows as they are read: days between them, and what belongs together without a gap. */
export function rowsOf(messages: readonly VisitorMessage[]): Row[] {
  const joined = (one: VisitorMessage | undefined, other: VisitorMessage | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    one.from === other.from &&
    one.author?.name === other.author?.name &&
    dayOf(one.at) === dayOf(other.at) &&
    Date.parse(other.at) - Date.parse(one.at) < together;
  return messages.flatMap((message, index): Row[] => {
    const [before, after] = [messages[index - 1], messages[index + 1]];
    const row: Row = { kind: "message", key: message.id, message, first: !joined(before, message), last: !joined(message, after) };
    return before && dayOf(before.at) === dayOf(message.at) ? [row] : [{ kind: "day", key: `day ${dayOf(message.at)}`, at: message.at }, row];
  });
}

/** What the visitor has not read, the newest last. */
export const unreadOf = (messages: readonly VisitorMessage[]): VisitorMessage[] =>
  messages.filter((one) => one.from === "business" && one.status !== "read" && one.deletedAt === null);

/** Answers offered by the newest message, as long as nobody has answered it. */
export const offered = (messages: readonly VisitorMessage[]): { message: VisitorMessage; replies: { title: string; payload: string }[] } | null => {
  const message = messages.at(-1);
  if (message?.from !== "business") return null;
  const buttons = message.cards.length === 1 ? (message.cards[0]?.buttons ?? []) : [];
  const replies = buttons.flatMap(({ title, payload }) => (payload === null ? [] : [{ title, payload }]));
  return replies.length > 0 ? { message, replies } : null;
};
