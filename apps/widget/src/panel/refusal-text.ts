import { Refused } from "./client.ts";
import type { Texts } from "./language.ts";

/** Why it was not taken, in words that help. */
export function refusalText(error: unknown, texts: Texts): string {
  if (!(error instanceof Refused)) return texts.say("failed");
  if (error.status === 0) return texts.say("offline");
  return texts.say(error.status === 429 ? "tooFast" : error.status === 401 || error.status === 403 ? "signedOut" : "failed");
}
