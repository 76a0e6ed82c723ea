import type { Context } from "./context.ts";

export type Readiness = { ready: boolean; checks: Record<string, { ok: boolean; detail: string }> };

/** Whether this process can do its work now, and if not, why. */
export async function checkReadiness(context: Context, jobsKind: string): Promise<Readiness> {
  const database = await attempt(async () => void (await context.database.app.query("SELECT 1")));
  const migrations = await attempt(async () => void (await context.database.ingest.query("SELECT 1 FROM webhook_events LIMIT 1")));
  const checks = {
    database: { ok: database === null, detail: database ?? "answers" },
    migrations: { ok: migrations === null, detail: migrations ?? "applied" },
    jobs: { ok: true, detail: jobsKind },
  };
  return { ready: Object.values(checks).every((check) => check.ok), checks };
}

/** null: it went well; else a plain word on what did not. */
async function attempt(work: () => Promise<void>): Promise<string | null> {
  const timeout = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("no answer within a second")), 1000).unref());
  try {
    await Promise.race([work(), timeout]);
    return null;
  } catch (error) {
    const code = (error as { code?: string }).code;
    return code ? `failed (${code})` : "can't be reached";
  }
}
