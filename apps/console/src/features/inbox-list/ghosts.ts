import type { Conversation } from "@onethread/core/api";

/** A row that has left the list because of what was just done to it, at the place where it stood. `behind`: what stood before it, the nearest first. */
export type Ghost = { conversation: Conversation; behind: readonly string[] };
export type Line = { kind: "row"; conversation: Conversation } | { kind: "ghost"; conversation: Conversation };

/** So many rows before it are remembered: some of them may leave, too. */
const nearest = 20;
const idOf = ({ id }: Conversation) => id;

/** The traces there are after the rows have changed: those there were and have not come back, and rows that left by an act. */
export function keepGhosts(
  ghosts: readonly Ghost[],
  before: readonly Conversation[],
  rows: readonly Conversation[],
  wasActedOn: (id: string) => boolean,
): Ghost[] {
  const there = new Set(rows.map((row) => row.id));
  const kept = ghosts.filter(({ conversation }) => !there.has(conversation.id) && wasActedOn(conversation.id));
  const known = new Set(kept.map(({ conversation }) => conversation.id));
  const stood = withGhosts(before, ghosts).map((line) => line.conversation);
  const left = stood.flatMap((conversation, index) =>
    !there.has(conversation.id) && !known.has(conversation.id) && wasActedOn(conversation.id)
      ? [
          {
            conversation,
            behind: stood
              .slice(Math.max(0, index - nearest), index)
              .map(idOf)
              .toReversed(),
          },
        ]
      : [],
  );
  return [...kept, ...left];
}

/** Rows with the traces between them, each where it stood: behind the row, or the trace, that was before it. */
export function withGhosts(rows: readonly Conversation[], ghosts: readonly Ghost[]): Line[] {
  const lines: Line[] = rows.map((conversation) => ({ kind: "row", conversation }));
  for (const { conversation, behind } of ghosts) {
    const before = behind.find((id) => lines.some((line) => line.conversation.id === id));
    const at = before === undefined ? -1 : lines.findIndex((line) => line.conversation.id === before);
    lines.splice(at + 1, 0, { kind: "ghost", conversation });
  }
  return lines;
}
