import { openJobs } from "@onethread/jobs";
import { openRealtime } from "@onethread/realtime";
import { createWorld, ownRedis, type World } from "@onethread/testing";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkReadiness } from "./check-readiness.ts";

const redisUrl = await ownRedis();
const backends = [
  { name: "postgres", redis: false, skip: false },
  { name: "redis", redis: true, skip: redisUrl === null },
] as const;

async function stage(redis: boolean) {
  const world = await createWorld();
  const options = { databaseUrl: world.url, redisUrl: redis ? (redisUrl ?? undefined) : undefined, onError: () => {} };
  const jobs = await openJobs(options);
  const realtime = openRealtime(options);
  const unsubscribe = await realtime.subscribe(
    () => {},
    () => {},
  );
  let open = true;
  const close = async () => {
    if (open) await world.close();
    open = false;
  };
  onTestFinished(async () => {
    await unsubscribe();
    await Promise.all([jobs.close(), realtime.close()]);
    await close();
  });
  return { world, close, look: checkReadiness({ database: world.database, jobs, realtime, now: () => world.clock.now }) };
}

/** As the database's owner. */
async function owner(world: World, sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}

describe.each(backends)("check-readiness, jobs on $name", ({ name, redis, skip }) => {
  it.skipIf(skip)("finds all well, with the queue it uses", async () => {
    const { look } = await stage(redis);
    const found = await look();
    expect(found).toMatchObject({ ready: true, reasons: [], checks: { jobs: { ok: true, detail: `answers (${name})` }, realtime: { ok: true } } });
    expect(Object.keys(found.checks)).toEqual(["database", "migrations", "jobs", "realtime"]);
    expect(Object.keys((await look(["database"])).checks)).toEqual(["database"]);
  });
});

describe("check-readiness", () => {
  it("names the migration that is lacking, since when, and is well again once it is there", async () => {
    const { world, look } = await stage(false);
    const began = world.clock.now;
    await look();
    world.clock.now = new Date(began.getTime() + 60_000);
    const name = "20261125110000_readiness";
    await owner(world, "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1", [name]);
    const since = world.clock.now.toISOString();
    const detail = `lack 1 of this version (${name}): run the migration`;
    expect(await look()).toMatchObject({
      ready: false,
      checks: { database: { ok: true, since: began.toISOString() }, migrations: { detail, since } },
    });
    world.clock.now = new Date(began.getTime() + 120_000);
    expect((await look()).reasons).toEqual([`The database's migrations ${detail}, since ${since}.`]);
    // What a load balancer asks for is told without the rest.
    expect(await look(["database"])).toMatchObject({ ready: true, reasons: [] });
    await owner(world, "UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name = $1", [name]);
    expect((await look()).ready).toBe(true);
  });

  it("says that nothing is heard while the connection that listens is down", async () => {
    const { world, look } = await stage(false);
    await owner(
      world,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'onethread_listen' AND datname = current_database()",
    );
    await expect.poll(async () => (await look()).checks.realtime?.ok).toBe(false);
    // It comes back by itself.
    await expect.poll(async () => (await look()).ready, { timeout: 10_000 }).toBe(true);
  });

  it("answers for each check while the database is gone, without the database's own words", async () => {
    const { close, look } = await stage(false);
    await close();
    const gone = await look();
    expect(gone).toMatchObject({ ready: false, checks: { database: { ok: false }, migrations: { ok: false }, jobs: { ok: false } } });
    expect(gone.reasons.join("\n")).not.toMatch(/127\.0\.0\.1|onethread_app|postgresql:/);
    expect(gone.reasons.length).toBeGreaterThanOrEqual(3);
  });
});
