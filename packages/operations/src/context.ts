import type { Actor, Failure, PlatformCall, PlatformResponse, Result } from "@onethread/core";
import { fail, may, type Right, rights, roleFor } from "@onethread/core";
import type { Database, SecretBox } from "@onethread/db/client";
import type { Jobs } from "@onethread/jobs";
import type { Realtime } from "@onethread/realtime";
import type { PublicLinks } from "./media/public-link.ts";
import type { DownloadMedia } from "./outside/download-media.ts";
import type { MediaStorage } from "./outside/media-storage.ts";
import type { VisitorTokens } from "./visitor/visitor-tokens.ts";

export type Log = {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

/** Carries a call to a platform and brings back its answer. Rejects when there is no answer: then nobody knows. */
export type CallPlatform = (call: PlatformCall, accessToken: string) => Promise<PlatformResponse>;

/** What verbs work with. Time, chance and the network are handed in, so that a test or a seed can choose them. */
export type Context = {
  database: Database;
  jobs: Pick<Jobs, "enqueue" | "insist">;
  realtime: Pick<Realtime, "publish" | "nudge">;
  secrets: SecretBox;
  callPlatform: CallPlatform;
  now: () => Date;
  randomBytes: (count: number) => Uint8Array;
  log: Log;
  meta: MetaSettings;
  media: Media;
  visitorTokens: VisitorTokens;
  /** Told of each attempt to send, where somebody counts them. */
  sent?: (channel: string, outcome: string, errorClass: string | null) => void;
};

/** Files of customers and the business. */
export type Media = {
  /** Whether an address is one of a platform's own: nothing else is ever asked for. */
  mayFetch: (url: string) => boolean;
  download: DownloadMedia;
  storage: MediaStorage;
  links: PublicLinks;
};

export type MetaSettings = {
  /** Secrets of the platform's own app(s); any of them may have signed (two while one is being rotated). */
  appSecrets: readonly string[];
  verifyTokens: readonly string[];
  appIds: readonly string[];
  /** Calls go to the simulator, not to Meta. */
  simulated: boolean;
};

/** A person or a key that asks, with what they may. Every verb that a route calls begins by asking `allow`. */
export function allow(actor: Actor, right: Right): Result<never> | undefined {
  if (may(actor, right)) return undefined;
  if (actor.kind === "api_key") return fail("scope_missing", `This needs an API key with the scope "${rights[right].scope}".`);
  return fail("forbidden", `This needs the role ${roleFor(right)} or higher.`);
}

/** Leaves a transaction with an expected outcome: everything is rolled back and the failure is the answer. */
class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

export const refuse = (code: Failure["code"], detail: string, more: Omit<Failure, "code" | "detail"> = {}): never => {
  throw new Refusal({ code, detail, ...more });
};

/** Runs a transaction's work and turns a refusal inside it into a value. */
export async function settled<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.failure };
    throw error;
  }
}
