import { expect, it } from "vitest";
import { type PresenceBeat, presenceBoard, presenceTimes } from "./presence.ts";

const room = { workspaceId: "w", conversationId: "c" };
const beat = (more: Partial<PresenceBeat> = {}): PresenceBeat => ({
  ...room,
  agentId: "ada",
  device: "one",
  mode: "viewing",
  leftMs: presenceTimes.lastsMs,
  ...more,
});
const shown = (board: ReturnType<typeof presenceBoard>) => board.at(room).map(({ agentId, mode }) => `${agentId} ${mode}`);

it("a beat that says nothing new changes nothing, and keeps the person for another while", () => {
  const board = presenceBoard();
  expect(board.hear(beat(), 0)).toBe(true);
  expect(board.hear(beat(), 20_000)).toBe(false);
  expect(board.expire(44_999)).toEqual([]);
  expect(board.at(room)).toEqual([{ agentId: "ada", mode: "viewing", since: new Date(0) }]);
  expect(board.expire(45_000)).toEqual([room]);
  expect(board.rooms("w")).toEqual([]);
});

it("of several screens of one person the strongest counts, and the person is there until the last is gone", () => {
  const board = presenceBoard();
  board.hear(beat(), 0);
  expect(board.hear(beat({ device: "two", mode: "typing" }), 1)).toBe(true);
  expect(board.hear(beat({ device: "three", mode: "note" }), 2)).toBe(false);
  expect(shown(board)).toEqual(["ada typing"]);
  expect(board.hear(beat({ device: "two", mode: "gone" }), 3)).toBe(true);
  expect(shown(board)).toEqual(["ada note"]);
  expect(board.hear(beat({ device: "three", mode: "gone" }), 4)).toBe(true);
  expect(board.hear(beat({ mode: "gone" }), 5)).toBe(true);
  expect(board.hear(beat({ mode: "gone" }), 6)).toBe(false);
});

it("what is told again holds no longer than it did, and nobody can claim to stay for ever", () => {
  const board = presenceBoard();
  board.hear(beat({ leftMs: 5000 }), 0);
  board.hear(beat({ device: "two", agentId: "grace", leftMs: 1e9 }), 0);
  expect(board.expire(5000)).toEqual([room]);
  expect(shown(board)).toEqual(["grace viewing"]);
  expect(board.expire(presenceTimes.lastsMs)).toEqual([room]);
  expect(board.hear(beat({ leftMs: 0 }), 0)).toBe(false);
});

it("knows workspaces and conversations apart", () => {
  const board = presenceBoard();
  board.hear(beat(), 0);
  board.hear(beat({ workspaceId: "other", agentId: "eve" }), 0);
  board.hear(beat({ conversationId: "d", agentId: "grace" }), 0);
  expect(shown(board)).toEqual(["ada viewing"]);
  expect(board.rooms("w").map(({ conversationId }) => conversationId)).toEqual(["c", "d"]);
});
