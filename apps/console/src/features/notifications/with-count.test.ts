import { expect, it } from "vitest";
import { withCount } from "./with-count.ts";

it.each([
  ["Inbox", 3, false, "(3) Inbox"],
  ["(2) Inbox", 3, false, "(3) Inbox"],
  ["(999+) Inbox", 0, false, "Inbox"],
  ["Inbox", 999, true, "(999+) Inbox"],
  ["(a) Inbox", 0, false, "(a) Inbox"],
])("%s with %i", (title, count, more, shown) => expect(withCount(title, count, more)).toBe(shown));
