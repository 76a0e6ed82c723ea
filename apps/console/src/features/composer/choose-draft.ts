import type { Draft } from "@onethread/core/api";
import { isEmpty, type KeptDraft, sameContent } from "./draft-store.ts";

/**
 * What to do with the server's draft beside the one that is kept here.
 * `keep`: nothing is new. `push`: ours is newer. `take`: theirs is newer, and nothing here would be lost.
 * `ask`: both have something the other has not; only the agent knows which.
 */
export function chooseDraft(kept: KeptDraft, theirs: Draft | null): "keep" | "push" | "take" | "ask" {
  const version = theirs?.version ?? null;
  if (version === kept.version) return kept.dirty ? "push" : "keep";
  // An answer that was overtaken by a later one.
  if (version !== null && kept.version !== null && version < kept.version) return "keep";
  if (theirs && sameContent(kept, theirs)) return "take";
  if (!kept.dirty) return "take";
  // Sent or thrown away elsewhere, while something was added here.
  if (!theirs) return "push";
  return isEmpty(kept) ? "take" : "ask";
}
