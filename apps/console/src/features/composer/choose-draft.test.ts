import type { Draft } from "@onethread/core/api";
import { expect, it } from "vitest";
import { chooseDraft } from "./choose-draft.ts";
import { type KeptDraft, noDraft } from "./draft-store.ts";

const kept = (more: Partial<KeptDraft>): KeptDraft => ({ ...noDraft, ...more });
const theirs = (text: string, version: number): Draft => ({
  mode: "reply",
  text,
  attachments: [],
  replyToId: null,
  version,
  updatedAt: "2026-11-29T00:00:00.000Z",
});

it.each([
  ["nothing anywhere", kept({}), null, "keep"],
  ["the same version, unchanged", kept({ text: "a", version: 1 }), theirs("a", 1), "keep"],
  ["written here since", kept({ text: "ab", version: 1, dirty: true }), theirs("a", 1), "push"],
  ["begun here, nothing there", kept({ text: "a", dirty: true }), null, "push"],
  ["written on another device since", kept({ text: "a", version: 1 }), theirs("ab", 2), "take"],
  ["begun on another device", kept({}), theirs("a", 1), "take"],
  ["sent on another device", kept({ text: "a", version: 1 }), null, "take"],
  ["sent on another device while more was written here", kept({ text: "ab", version: 1, dirty: true }), null, "push"],
  ["both wrote the same", kept({ text: "ab", version: 1, dirty: true }), theirs("ab", 2), "take"],
  ["both wrote something", kept({ text: "ab", version: 1, dirty: true }), theirs("ac", 2), "ask"],
  ["both began", kept({ text: "b", dirty: true }), theirs("c", 2), "ask"],
  ["emptied here, written there", kept({ version: 1, dirty: true }), theirs("ac", 2), "take"],
  ["an answer older than what is known", kept({ text: "ab", version: 2 }), theirs("a", 1), "keep"],
] as const)("%s: %#", (_case, mine, other, choice) => {
  expect(chooseDraft(mine, other)).toBe(choice);
});
