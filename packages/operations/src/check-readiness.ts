import { missingMigrations } from "@onethread/db/client";
import type { Jobs } from "@onethread/jobs";
import type { Realtime } from "@onethread/realtime";
import type { Context } from "./context.ts";

export const readinessChecks = ["database", "migrations", "jobs", "realtime"] as const;
export type ReadinessCheck = (typeof readinessChecks)[number];

/** `since`: when it became so, as far as this process knows. ISO 8601. */
type State = { ok: boolean; detail: string; since: string };
export type Readiness = { ready: boolean; checkedAt: string; reasons: string[]; checks: Record<string, State> };

export type ReadinessParts = {
  database: Context["database"];
  jobs: Pick<Jobs, "kind" | "check">;
  realtime: Pick<Realtime, "check">;
  now: () => Date;
};

/** What each check is about, as a sentence begins. */
const subjects: Record<ReadinessCheck, string> = {
  database: "The database",
  migrations: "The database's migrations",
  jobs: "The job queue",
  realtime: "Live updates",
};

/**
 * Whether a process can do its work now, and if not, what is missing, since when. `only`: some of the checks; a load
 * balancer asks for webhooks with the first two, since those are taken in without queue and news. Never rejects. Callers at
 * the same time share one look.
 */
export function checkReadiness(parts: ReadinessParts): (only?: readonly ReadinessCheck[]) => Promise<Readiness> {
  const known = new Map<ReadinessCheck, State>();
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const found = await Promise.all([
      // By the entrance: a probe that waits behind slow requests would turn webhooks away, and all gateways at once.
      attempt(() => parts.database.entrance.query("SELECT 1"), "answers"),
      attempt(async () => {
        const missing = await missingMigrations(parts.database);
        if (missing.length > 0) throw new NotReady(`lack ${missing.length} of this version (${missing[0]}): run the migration`);
      }, "are applied"),
      attempt(() => parts.jobs.check(), `answers (${parts.jobs.kind})`),
      attempt(() => parts.realtime.check(), "are heard"),
    ]);
    const at = parts.now().toISOString();
    for (const [index, name] of readinessChecks.entries()) {
      const { ok, detail } = found[index] ?? { ok: false, detail: "was not looked at" };
      const before = known.get(name);
      known.set(name, { ok, detail, since: before?.ok === ok ? before.since : at });
    }
  }

  return async (only = readinessChecks) => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    await looking;
    const checks = Object.fromEntries(only.flatMap((name) => (known.get(name) ? [[name, known.get(name) as State]] : [])));
    const reasons = only.flatMap((name) => {
      const state = known.get(name);
      return state && !state.ok ? [`${subjects[name]} ${state.detail}, since ${state.since}.`] : [];
    });
    return { ready: reasons.length === 0, checkedAt: parts.now().toISOString(), reasons, checks };
  };
}

/** A reason in our own words: what any other error says may name hosts and roles. */
class NotReady extends Error {}

async function attempt(work: () => Promise<unknown>, fine: string): Promise<{ ok: boolean; detail: string }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotReady("did not answer within a second")), 1000);
  });
  try {
    await Promise.race([work(), late]);
    return { ok: true, detail: fine };
  } catch (error) {
    const code = (error as { code?: string }).code;
    return { ok: false, detail: error instanceof NotReady ? error.message : code ? `failed (${code})` : "can't be reached" };
  } finally {
    clearTimeout(timer);
  }
}
