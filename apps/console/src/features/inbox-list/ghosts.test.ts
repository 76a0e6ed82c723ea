import type { Conversation } from "@onethread/core/api";
import { expect, it } from "vitest";
import { type Ghost, keepGhosts, withGhosts } from "./ghosts.ts";

const rows = (ids: string) => [...ids].map((id) => ({ id }) as Conversation);
const shown = (ids: string, ghosts: Ghost[]) =>
  withGhosts(rows(ids), ghosts)
    .map(({ kind, conversation }) => (kind === "ghost" ? conversation.id.toUpperCase() : conversation.id))
    .join("");
const acted = (ids: string) => (id: string) => ids.includes(id);

it.each([
  // before, after, acted on, shown
  ["abc", "ac", "b", "aBc"],
  ["abc", "bc", "a", "Abc"],
  ["abc", "ab", "c", "abC"],
  ["abc", "", "abc", "ABC"],
  ["abc", "xac", "b", "xaBc"],
  // Left for another reason: no trace.
  ["abc", "ac", "", "ac"],
])("%s -> %s, acted on %s: %s", (before, after, ids, expected) => {
  expect(shown(after, keepGhosts([], rows(before), rows(after), acted(ids)))).toBe(expected);
});

it("lets a trace go when its row is back or its time is over", () => {
  const ghosts = keepGhosts([], rows("abc"), rows("ac"), acted("b"));
  expect(shown("abc", keepGhosts(ghosts, rows("ac"), rows("abc"), acted("b")))).toBe("abc");
  expect(shown("ac", keepGhosts(ghosts, rows("ac"), rows("ac"), acted("")))).toBe("ac");
});

it("keeps a second trace behind the first", () => {
  const first = keepGhosts([], rows("abc"), rows("ac"), acted("b"));
  const second = keepGhosts(first, rows("ac"), rows("a"), acted("bc"));
  // The first is gone: the second stands where it stood all the same.
  expect(shown("a", keepGhosts(second, rows("a"), rows("a"), acted("c")))).toBe("aC");
  expect(shown("a", keepGhosts(first, rows("ac"), rows("a"), acted("bc")))).toBe("aBC");
});
